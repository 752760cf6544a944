import { create } from 'zustand';

export interface Selection {
	/** Endpoint id. */
	readonly endpoint?: string | undefined;
	/** Connection id; its endpoint is then selected too. */
	readonly connection?: number | undefined;
	/** Id of the connection that was selected until it closed; its endpoint still is selected. */
	readonly closed?: number | undefined;
	/** Position of an event in the capture. */
	readonly event?: number | undefined;
	/** The kind of the latest selection: an event, or an endpoint or a connection. */
	readonly latest?: 'event' | 'place' | undefined;
	/** Grows with each selection. */
	readonly made: number;
	selectEndpoint(id: string | undefined): void;
	selectConnection(endpoint: string, connection: number): void;
	selectEvent(n: number | undefined): void;
	/** The selected connection has closed; this is no selection by a person. */
	connectionClosed(): void;
}

/** The selection, shared by all parts of the window. */
export const useSelection = create<Selection>()((set) => {
	const select = (what: Partial<Selection>) => set(({ made }) => ({ ...what, made: made + 1 }));
	return {
		made: 0,
		selectEndpoint: (endpoint) => select({ endpoint, connection: undefined, closed: undefined, latest: 'place' }),
		selectConnection: (endpoint, connection) => select({ endpoint, connection, closed: undefined, latest: 'place' }),
		selectEvent: (event) => select({ event, latest: event === undefined ? 'place' : 'event' }),
		connectionClosed: () => set(({ connection }) => ({ connection: undefined, closed: connection })),
	};
});

/** Facts from the capture about a selection. */
export interface SelectionFacts {
	/** The connection of the selected event; undefined for none. */
	readonly ofEvent?: number | undefined;
	/** Past and present connections of the selected endpoint, oldest first; undefined where no endpoint is selected. */
	readonly ofEndpoint?: readonly number[] | undefined;
	/** The last connection of the capture. */
	readonly last?: number | undefined;
}

/**
 * The connection that a selection implies. The latest selection decides: an event through its connection, an endpoint
 * through its only connection, or through that of the event selected before, or else through its last. Where that gives
 * none, the selection before decides; without any, the last connection of the capture. Undefined where it has none.
 */
export function connectionOf(selection: Selection, { ofEvent, ofEndpoint, last }: SelectionFacts): number | undefined {
	const { connection, closed, latest } = selection;
	if (latest === 'event' && ofEvent !== undefined) return ofEvent;
	const ofPlace = connection ?? closed;
	if (ofPlace !== undefined) return ofPlace;
	if (ofEndpoint === undefined || ofEndpoint.length === 0) return ofEvent ?? last;
	return ofEvent !== undefined && ofEndpoint.includes(ofEvent) ? ofEvent : ofEndpoint.at(-1);
}
