import { useEffect, useRef, useSyncExternalStore } from 'react';
import { sequenceRows, useSequence } from './store.ts';

/** Rows kept ready above and below what is in sight. */
const OVERSCAN = 20;

/**
 * Keeps the rows [first, end) that are in sight here, of which `fits` have room. While following, the last rows are asked for,
 * and the list goes on to them when they have come, one such step at a time, so that none is ever blank.
 */
export function useTail(first: number, end: number, fits: number): void {
	const matched = useSequence((sequence) => sequence.state?.matched ?? 0);
	const shown = useSequence((sequence) => sequence.end);
	const following = useSequence((sequence) => sequence.following);
	const version = useSyncExternalStore(sequenceRows.subscribe, sequenceRows.version);
	const asked = useRef<number | undefined>(undefined);
	const wanted = useRef('');

	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` says that rows have come
	useEffect(() => {
		const want = (from: number, to: number) => {
			// The same wish twice would repeat a query that was answered with all there was.
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
		// What is on its way is waited for, unless the list is another one by now.
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
