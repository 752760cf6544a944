import { create } from 'zustand';
import type { KeptView } from '../../../../common/workspace/kept-view.ts';

/** The views of the traffic, in the order of the choice. */
export const CENTRE_VIEWS = [
	'log',
	'conversation',
	'sequence',
	'socket',
	'statistics',
] as const satisfies readonly KeptView['centre'][];
export type CentreView = KeptView['centre'];

export interface Centre {
	readonly view: CentreView;
	show(view: CentreView): void;
}

/** The view in the middle of the window. */
export const useCentre = create<Centre>()((set) => ({
	view: 'log',
	show: (view) => set({ view }),
}));
