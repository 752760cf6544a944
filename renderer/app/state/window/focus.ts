import { useEffect } from 'react';
import { create } from 'zustand';
import { unfold } from './pane-layout.ts';

/** Parts of the window that can receive the focus from another part. */
export type FocusTarget = 'inspector' | 'composer' | 'target' | 'log' | 'filter' | 'find' | 'goto';

interface FocusRequest {
	readonly target: FocusTarget | undefined;
	/** Grows with each request, so that the same target can be requested again. */
	readonly count: number;
}

const useFocusRequest = create<FocusRequest>()(() => ({ target: undefined, count: 0 }));

/** Moves the focus to another part of the window; a folded pane comes back for it. */
export function requestFocus(target: FocusTarget): void {
	if (target === 'inspector' || target === 'composer') unfold(target);
	else if (target === 'target') unfold('composer');
	useFocusRequest.setState(({ count }) => ({ target, count: count + 1 }));
}

/** Takes the focus on request. `take` must keep its identity while it does the same. */
export function useTakeFocus(target: FocusTarget, take: () => void): void {
	useEffect(
		() =>
			useFocusRequest.subscribe((request) => {
				if (request.target === target) take();
			}),
		[target, take],
	);
}
