import { useEffect, useRef, useSyncExternalStore } from 'react';
import { sequenceRows, useSequence } from './store.ts';

/** Rows kept ready above and below the visible ones. */
const OVERSCAN = 20;

/**
 * Loads the visible rows [first, end), `fits` rows at most. While following, the last rows are requested, and the list
 * advances to them when loaded, one such step at a time, so that none is ever blank.
 */
export function useTail(first: number, end: number, fits: number): void {
	const matched = useSequence((sequence) => sequence.state?.matched ?? 0);
	const shown = useSequence((sequence) => sequence.end);
	const following = useSequence((sequence) => sequence.following);
	const version = useSyncExternalStore(sequenceRows.subscribe, sequenceRows.version);
	const asked = useRef<number | undefined>(undefined);
	const wanted = useRef('');

	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when rows arrive
	useEffect(() => {
		const want = (from: number, to: number) => {
			// Repeating the request would repeat a query that was answered in full.
			const key = `${from} ${to} ${matched} ${useSequence.getState().filter}`;
			if (key === wanted.current) return;
			wanted.current = key;
			sequenceRows.want(Math.max(0, from), to, matched);
		};
		if (!following) {
			asked.current = undefined;
			want(first - OVERSCAN, end + OVERSCAN);
			return;
		}
		const tail = (to: number) => Math.max(0, to - fits - 2);
		// Wait for a pending request, unless the list has changed.
		const pending = asked.current !== undefined && asked.current > shown && asked.current <= matched;
		let to = (pending ? asked.current : undefined) ?? matched;
		if (to > shown && sequenceRows.has(tail(to), to)) {
			useSequence.setState({ end: to });
			to = matched;
		}
		asked.current = to;
		want(tail(to), to);
	}, [first, end, fits, matched, shown, following, version]);
}
