import type { OptionInForce, SocketOption } from '../../../common/contract/config/socket-options.ts';

export const yesNo = (on: boolean): string => (on ? 'on' : 'off');

/** What was set by us, or else `byDefault`, which the system has of its own. */
export function setRow(option: SocketOption, set: string | undefined, byDefault: string): OptionInForce {
	return { option, value: set ?? byDefault, source: set === undefined ? 'system' : 'set' };
}

export const milliseconds = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : `${ms} ms`);
