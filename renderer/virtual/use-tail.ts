import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import type { PagedSource } from './paged-source.ts';
import { type RefreshPace, refreshPace } from './refresh-pace.ts';

/** Items kept ready above and below the visible ones. */
const OVERSCAN = 20;

export interface TailOptions<P> {
	readonly source: PagedSource<P>;
	/** The first item that may be requested. */
	readonly base: number;
	/** Number of items that exist. */
	readonly total: number;
	/** One past the last listed item. */
	readonly listed: number;
	readonly following: boolean;
	/** Visible items [first, end), and how many fit. */
	readonly first: number;
	readonly end: number;
	readonly fits: number;
	/** Changes when items changed in place. */
	readonly revision?: unknown;
	/** That of `usePacedTotal`, where `total` is from there. Default: one of its own. */
	readonly pace?: RefreshPace;
	/** While following: the items up to `end` are loaded and can be listed. */
	readonly onArrived: (end: number) => void;
}

/** The pace of one list. */
export function useRefreshPace(): RefreshPace {
	const [pace] = useState(() => refreshPace(() => performance.now()));
	return pace;
}

/**
 * Loads the items around the visible ones. While following, requests the end of the list, which advances to it when it
 * is loaded, so that no item is blank; one such step at a time, however fast the list grows, and a few a second where
 * items fly past (refresh-pace.ts).
 */
export function useTail<P>(options: TailOptions<P>): void {
	const { source, base, total, listed, following, first, end, fits, revision, onArrived } = options;
	const version = useSyncExternalStore(source.subscribe, source.version);
	/** The end that was requested and is not loaded yet. */
	const asked = useRef<number | undefined>(undefined);
	const arrived = useRef(onArrived);
	const own = useRefreshPace();
	const pace = options.pace ?? own;
	const [due, becomeDue] = useReducer((count: number) => count + 1, 0);
	useEffect(() => {
		arrived.current = onArrived;
	});

	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when items arrive, `due` when a wait is over
	useEffect(() => {
		const want = (from: number, to: number) => source.want(Math.max(base, from), to, total, revision);
		if (!following) {
			asked.current = undefined;
			want(first - OVERSCAN, end + OVERSCAN);
			return;
		}
		const tail = (to: number) => Math.max(base, to - fits - 2);
		let shown = listed;
		const advance = () => {
			if (asked.current === undefined || !source.has(tail(asked.current), asked.current)) return;
			shown = asked.current;
			arrived.current(shown);
			pace.advanced(shown);
			asked.current = undefined;
		};
		if (asked.current !== undefined && asked.current > total) asked.current = undefined;
		advance();
		let timer: ReturnType<typeof setTimeout> | undefined;
		if (asked.current === undefined && total > shown) {
			const wait = pace.wait(total, fits);
			if (wait > 0) timer = setTimeout(becomeDue, wait);
			else {
				asked.current = total;
				// An answer may have brought more than was asked for: no other one comes then.
				advance();
			}
		}
		// While it waits nothing is requested: the items that are shown are there.
		if (timer === undefined) {
			const to = asked.current ?? shown;
			want(tail(to), to);
		}
		return () => clearTimeout(timer);
	}, [source, base, total, listed, following, first, end, fits, revision, version, due, pace]);
}
