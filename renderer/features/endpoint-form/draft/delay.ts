import { type FaultsDraft, patchFault } from './faults-draft.ts';

/** The path for an error of the delay. */
export const DELAY_PATH = 'faults.toTarget.latency.delayMs';

/** The milliseconds by which a proxy delays what goes to the target, as typed; empty: it does not. */
export function delayOf({ toTarget }: FaultsDraft): string {
	const latency = toTarget.get('latency');
	return latency?.on === true ? (latency.texts.delayMs ?? '') : '';
}

/** The faults with that delay; empty switches it off. */
export function withDelay(faults: FaultsDraft, text: string): FaultsDraft {
	const texts = { ...faults.toTarget.get('latency')?.texts, delayMs: text };
	return patchFault(faults, 'toTarget', 'latency', text.trim() === '' ? { on: false } : { on: true, texts });
}
