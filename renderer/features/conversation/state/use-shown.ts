import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Stream } from './use-stream.ts';

/** Lines kept ready above and below the visible ones. */
const OVERSCAN = 24;

/**
 * The number of lines in the list: while following, only loaded ones, so that none at the end is blank. Requests those
 * around [first, end), or the end of the stream.
 */
export function useShown(stream: Stream, following: boolean, fits: number): number {
	const { source, state } = stream;
	const version = useSyncExternalStore(source.subscribe, source.version);
	const lines = state?.lines ?? 0;
	const [shown, setShown] = useState({ source, count: 0 });
	/** The end that was requested and is not loaded yet. */
	const asked = useRef<number | undefined>(undefined);
	const count = !following ? lines : shown.source === source ? Math.min(shown.count, lines) : 0;

	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when lines arrive
	useEffect(() => {
		if (!following) {
			asked.current = undefined;
			setShown({ source, count: lines });
			return;
		}
		const tail = (to: number) => Math.max(0, to - fits - OVERSCAN);
		if (asked.current !== undefined && (asked.current > lines || source.has(tail(asked.current), asked.current))) {
			setShown({ source, count: Math.min(asked.current, lines) });
			asked.current = undefined;
		}
		if (asked.current === undefined && count < lines) asked.current = lines;
		const to = asked.current ?? count;
		source.want(tail(to), to, lines);
	}, [stream, following, fits, version, count, lines, source]);
	return count;
}

/** While not following: requests the lines around the visible ones. */
export function useAround(stream: Stream, following: boolean, first: number, end: number): void {
	const { source, state } = stream;
	const lines = state?.lines ?? 0;
	useEffect(() => {
		if (!following) source.want(Math.max(0, first - OVERSCAN), end + OVERSCAN, lines);
	}, [source, following, first, end, lines]);
}
