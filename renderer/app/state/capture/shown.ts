import { create } from 'zustand';

export interface Shown {
	/** Rows in the log's list, the fourth counter of the status bar. */
	readonly shown: number;
	setShown(count: number): void;
}

export const useShown = create<Shown>()((set) => ({
	shown: 0,
	setShown: (shown) => set({ shown }),
}));
