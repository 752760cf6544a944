import { create } from 'zustand';

export type InspectorTab = 'bytes' | 'text';

interface Inspector {
	readonly tab: InspectorTab;
	/** Long lines of the text are broken to fit. */
	readonly wrap: boolean;
}

/** How the inspector shows an event; stays while the selection moves. */
export const useInspector = create<Inspector>()(() => ({ tab: 'bytes', wrap: true }));
