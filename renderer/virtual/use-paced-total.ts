import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { RefreshPace } from './refresh-pace.ts';

/** How many items a list has, outside of React. */
export interface Growing {
	readonly total: () => number;
	/** Calls the listener when the total may have changed, until the returned function is called. */
	readonly subscribe: (listener: () => void) => () => void;
}

export interface PacedTotalOptions {
	/** Keeps its identity. */
	readonly growing: Growing;
	/** That of the list. */
	readonly pace: RefreshPace;
	/** How many items are visible at once. */
	readonly fits: number;
	/** Only a list that follows its end waits. */
	readonly following: boolean;
}

/**
 * The number of items, for a list that follows its end: up to date when the list may advance. Where items fly past, nothing is rendered for those
 * that arrive in between.
 */
export function usePacedTotal({ growing, pace, fits, following }: PacedTotalOptions): number {
	const held = useRef<number>(undefined);
	held.current ??= growing.total();
	const subscribe = useCallback(
		(listener: () => void) => {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const look = () => {
				clearTimeout(timer);
				const total = growing.total();
				const wait = following ? pace.wait(total, fits) : 0;
				if (wait > 0) timer = setTimeout(look, wait);
				else if (total !== held.current) {
					held.current = total;
					listener();
				}
			};
			look();
			const stop = growing.subscribe(look);
			return () => {
				stop();
				clearTimeout(timer);
			};
		},
		[growing, pace, fits, following],
	);
	return useSyncExternalStore(subscribe, () => held.current ?? 0);
}
