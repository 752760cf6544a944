import { create } from 'zustand';

export interface Selection {
	/** Endpoint id. */
	readonly endpoint?: string | undefined;
	/** Connection id; its endpoint is then selected too. */
	readonly connection?: number | undefined;
	/** Position of an event in the capture. */
	readonly event?: number | undefined;
	selectEndpoint(id: string | undefined): void;
	selectConnection(endpoint: string, connection: number): void;
	selectEvent(n: number | undefined): void;
}

/** What is selected, the same everywhere it appears. */
export const useSelection = create<Selection>()((set) => ({
	selectEndpoint: (endpoint) => set({ endpoint, connection: undefined }),
	selectConnection: (endpoint, connection) => set({ endpoint, connection }),
	selectEvent: (event) => set({ event }),
}));
