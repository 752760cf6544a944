import type { OptionInForce, SocketOption } from '../../../common/contract/config/socket-options.ts';

export const yesNo = (on: boolean): string => (on ? 'on' : 'off');

/** The value we set, or else `byDefault`, the system's own. */
export function setRow(option: SocketOption, set: string | undefined, byDefault: string): OptionInForce {
	return { option, value: set ?? byDefault, source: set === undefined ? 'system' : 'set' };
}

export const milliseconds = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : `${ms} ms`);
