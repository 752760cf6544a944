import { create } from 'zustand';

/** The ways to look at the traffic, in the order in which they are offered. */
export const CENTRE_VIEWS = [
	{ value: 'log', label: 'Log' },
	{ value: 'conversation', label: 'Conversation' },
	{ value: 'sequence', label: 'Sequence' },
] as const;
export type CentreView = (typeof CENTRE_VIEWS)[number]['value'];

export interface Centre {
	readonly view: CentreView;
	show(view: CentreView): void;
}

/** What stands in the middle of the window. */
export const useCentre = create<Centre>()((set) => ({
	view: 'log',
	show: (view) => set({ view }),
}));
