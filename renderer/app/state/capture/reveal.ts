import { create } from 'zustand';
import { useSelection } from '../window/selection.ts';

interface Reveal {
	/** Grows when the selected event is to be brought into sight, wherever events are listed. */
	readonly count: number;
}

export const useReveal = create<Reveal>()(() => ({ count: 0 }));

/** Selects an event and brings it into sight. */
export function revealEvent(n: number): void {
	useSelection.getState().selectEvent(n);
	useReveal.setState(({ count }) => ({ count: count + 1 }));
}
