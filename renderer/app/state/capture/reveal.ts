import { create } from 'zustand';
import { useSelection } from '../window/selection.ts';

interface Reveal {
	/** Grows when the selected event must be scrolled into view, in every list of events. */
	readonly count: number;
}

export const useReveal = create<Reveal>()(() => ({ count: 0 }));

/** Selects an event and scrolls it into view. */
export function revealEvent(n: number): void {
	useSelection.getState().selectEvent(n);
	useReveal.setState(({ count }) => ({ count: count + 1 }));
}
