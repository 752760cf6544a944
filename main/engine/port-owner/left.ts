import type { LeftConnection } from './query.ts';

/** Duration of TIME_WAIT on Linux, in milliseconds (TCP_TIMEWAIT_LEN), where the remaining connections of a port are known. */
const TIME_WAIT_MS = 60_000;

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
const connections = (count: number): string => (count === 1 ? '1 closed connection' : `${count} closed connections`);

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

/** A description in words: `3 closed connections in TIME_WAIT`. Empty where there are none. */
export function describeLeft(left: readonly LeftConnection[]): string {
	const count = (state: LeftConnection['state']) => left.filter((one) => one.state === state).length;
	const groups: [number, string][] = [
		[count('TIME_WAIT'), 'in TIME_WAIT'],
		[count('FIN_WAIT2'), 'whose peer has not ended its side (FIN_WAIT2)'],
		[count('closing'), 'whose last bytes or end the peer has not confirmed'],
	];
	return groups.flatMap(([many, what]) => (many === 0 ? [] : `${connections(many)} ${what}`)).join(' and ');
}

/** How long to wait, as the end of a sentence. */
export function waitFor(left: readonly LeftConnection[]): string {
	const ms = goneInMs(left);
	return ms === undefined ? 'until the peers have confirmed or the system gives them up' : `at most ${seconds(ms)} s`;
}
