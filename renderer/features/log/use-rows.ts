import { useEffect, useRef, useSyncExternalStore } from 'react';
import { rowSource } from './rows.ts';
import { changeView, useLogView } from './store.ts';
import { target, withArrived } from './view.ts';

/** Rows kept ready above and below the visible ones. */
const OVERSCAN = 20;

/**
 * Loads the rows around the view: positions [first, end) of the capture are visible, `fits` rows at most. While
 * following, the end of the capture is requested, and the view moves to it when loaded; one such step at a time,
 * however fast the capture grows.
 */
export function useRows(first: number, end: number, fits: number): void {
	const view = useLogView();
	const version = useSyncExternalStore(rowSource.subscribe, rowSource.version);
	/** The end that was requested and is not loaded yet. */
	const asked = useRef<number | undefined>(undefined);
	const wanted = useRef('');

	// biome-ignore lint/correctness/useExhaustiveDependencies: `version` grows when rows arrive
	useEffect(() => {
		const goal = target(view);
		const want = (from: number, to: number) => {
			// Repeating the request would repeat a query that was answered in full.
			const key = `${view.capture} ${from} ${to} ${view.stored}`;
			if (key === wanted.current) return;
			wanted.current = key;
			rowSource.want(from, to, view.stored);
		};
		if (!view.following || view.pausedAt !== undefined) {
			asked.current = undefined;
			want(Math.max(view.gone, first - OVERSCAN), end + OVERSCAN);
			return;
		}
		const tail = (to: number) => Math.max(view.gone, view.base - 1, to - fits - 2);
		let shown = view.end;
		if (asked.current !== undefined && asked.current > goal) asked.current = undefined;
		if (asked.current === undefined && goal > shown) asked.current = goal;
		if (asked.current !== undefined && rowSource.has(tail(asked.current), asked.current)) {
			shown = asked.current;
			changeView((now) => withArrived(now, shown));
			asked.current = goal > shown ? goal : undefined;
		}
		const to = asked.current ?? shown;
		want(tail(to), to);
	}, [view, first, end, fits, version]);
}
