import type { ErrorDetails } from '../../../common/contract/base/errors.ts';
import type { Said } from '../../../common/words/sentence/said.ts';
import { holding } from '../sentences/holders.ts';
import type { LeftConnection } from './query.ts';

/** Duration of TIME_WAIT on Linux, in milliseconds (TCP_TIMEWAIT_LEN), where the remaining connections of a port are known. */
const TIME_WAIT_MS = 60_000;

/** Milliseconds as whole seconds, at least 1. */
export const waitSeconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));

/**
 * When the last of them releases its port at the latest, in milliseconds from now; undefined where the system does not
 * report it. In FIN_WAIT2 the peer's FIN may still arrive, which starts TIME_WAIT.
 */
export function goneInMs(left: readonly LeftConnection[]): number | undefined {
	let latest = 0;
	for (const { state, goneInMs: ms } of left) {
		if (ms === undefined) return undefined;
		latest = Math.max(latest, state === 'FIN_WAIT2' ? ms + TIME_WAIT_MS : ms);
	}
	return latest;
}

/** How many remain, and until when, for programs; nothing where there are none. */
export function closingOf(left: readonly LeftConnection[]): Pick<ErrorDetails, 'closing'> {
	if (left.length === 0) return {};
	const ms = goneInMs(left);
	return { closing: { connections: left.length, ...(ms === undefined ? {} : { goneInMs: ms }) } };
}

/** What remains, by state, as in `3 closed connections in TIME_WAIT`. */
export function describeLeft(left: readonly LeftConnection[]): Said[] {
	const count = (state: LeftConnection['state']) => left.filter((one) => one.state === state).length;
	const groups = [
		['leftTimeWait', count('TIME_WAIT')],
		['leftFinWait', count('FIN_WAIT2')],
		['leftClosing', count('closing')],
	] as const;
	return groups.flatMap(([says, many]) => (many === 0 ? [] : [holding(says, { count: many })]));
}

/** How long to wait for them. */
export function waitFor(left: readonly LeftConnection[]): Said {
	const ms = goneInMs(left);
	return ms === undefined ? holding('waitForPeers') : holding('waitAtMost', { seconds: waitSeconds(ms) });
}
