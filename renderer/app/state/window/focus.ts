import { useEffect } from 'react';
import { create } from 'zustand';

/** Parts of the window that another part may hand the focus to. */
export type FocusTarget = 'inspector' | 'composer' | 'log' | 'filter' | 'find' | 'goto';

interface FocusRequest {
	readonly target: FocusTarget | undefined;
	/** Grows with each request, so that the same target can be asked for again. */
	readonly count: number;
}

const useFocusRequest = create<FocusRequest>()(() => ({ target: undefined, count: 0 }));

/** Hands the keyboard to another part of the window. */
export function requestFocus(target: FocusTarget): void {
	useFocusRequest.setState(({ count }) => ({ target, count: count + 1 }));
}

/** Takes the focus when this part is asked to. `take` has one identity while it does the same. */
export function useTakeFocus(target: FocusTarget, take: () => void): void {
	useEffect(
		() =>
			useFocusRequest.subscribe((request) => {
				if (request.target === target) take();
			}),
		[target, take],
	);
}
