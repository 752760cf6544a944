import { create } from 'zustand';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';

export interface Selection {
	/** Endpoint id. */
	readonly endpoint?: string | undefined;
	/** Connection id; its endpoint is then selected too. */
	readonly connection?: number | undefined;
	/** Id of the connection that was selected until it closed; its endpoint still is selected. */
	readonly closed?: number | undefined;
	/** Position of an event in the capture. */
	readonly event?: number | undefined;
	/** Position of that in the list of messages, where it was selected there or has been found: `event` is the one of its last byte. */
	readonly item?: number | undefined;
	/** Where that begins: an event of the capture, and the offset there. Another list of messages may have another one there. */
	readonly begin?: { readonly n: number; readonly offset: number } | undefined;
	/** The kind of the latest selection: an event, or an endpoint or a connection. */
	readonly latest?: 'event' | 'place' | undefined;
	/** Grows with each selection. */
	readonly made: number;
	selectEndpoint(id: string | undefined): void;
	selectConnection(endpoint: string, connection: number): void;
	selectEvent(n: number | undefined): void;
	/** Selects the message that begins and ends in an event, by the offset of its first byte. */
	selectMessage(n: number, offset: number): void;
	/** Selects a row of the log: a message where it is one, else its event. */
	selectRow(row: SelectedRow): void;
	/** The selected event was found in the list of messages; this is no selection by a person. */
	rowFound(row: SelectedRow): void;
	/** The list of messages is another one. */
	forgetItem(): void;
	/** The selected connection has closed; this is no selection by a person. */
	connectionClosed(): void;
}

/** What the selection keeps of a row. */
type SelectedRow = Pick<CaptureRow, 'n' | 'item' | 'message'>;

const partsOf = ({ n, item, message }: SelectedRow) => ({
	event: n,
	item,
	begin: message && { n: message.first, offset: message.offset },
});

/** The selection, shared by all parts of the window. */
export const useSelection = create<Selection>()((set) => {
	const select = (what: Partial<Selection>) => set(({ made }) => ({ ...what, made: made + 1 }));
	return {
		made: 0,
		selectEndpoint: (endpoint) => select({ endpoint, connection: undefined, closed: undefined, latest: 'place' }),
		selectConnection: (endpoint, connection) => select({ endpoint, connection, closed: undefined, latest: 'place' }),
		selectEvent: (event) =>
			select({ event, item: undefined, begin: undefined, latest: event === undefined ? 'place' : 'event' }),
		selectMessage: (n, offset) => select({ event: n, item: undefined, begin: { n, offset }, latest: 'event' }),
		selectRow: (row) => select({ ...partsOf(row), latest: 'event' }),
		rowFound: (row) => set(partsOf(row)),
		forgetItem: () => set({ item: undefined }),
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
