import { create } from 'zustand';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { StreamForm, StreamSide } from '../../../../common/conversation/index.ts';
import type { CharsetName } from '../../../../common/payload/schema.ts';

/** Bytes of one event, from `from` up to, but without, `to`. */
export interface EventRange {
	readonly n: number;
	readonly from: number;
	readonly to: number;
}

export interface Conversation {
	/**
	 * `dialogue`: the data of both sides. `boundaries`: one side's chunks beside its messages. `parts`: one side's data,
	 * header and body separately.
	 */
	readonly mode: 'dialogue' | 'boundaries' | 'parts';
	readonly connection: number | undefined;
	/** The other half of a connection through a proxy, and whether a dialogue includes both. */
	readonly pair: number | undefined;
	readonly halves: 'one' | 'both';
	/** The side that a dialogue shows, or whose stream is split. */
	readonly side: StreamSide;
	readonly cut: 'in' | 'out';
	readonly form: StreamForm;
	/** Whether each message of a dialogue shows in a line what it says, decoded. */
	readonly decoded: boolean;
	/** Undefined: the endpoint's own framing. */
	readonly framing: Framing | undefined;
	readonly following: boolean;
	/** Where the view should scroll to; `going` grows with each request. */
	readonly target: { readonly n: number; readonly offset: number } | undefined;
	readonly going: number;
	/** The start of a selection of several events. */
	readonly anchor: number | undefined;
	/** The last matches. */
	readonly hits: readonly EventRange[];
	readonly finding: boolean;
	/** Of the endpoint that it belongs to. */
	readonly charset: CharsetName;
	/** How often the endpoint of a shown conversation got another charset. */
	readonly recoded: number;
}

export const useConversation = create<Conversation>()(() => ({
	mode: 'dialogue',
	connection: undefined,
	pair: undefined,
	halves: 'one',
	side: 'both',
	cut: 'in',
	form: 'text',
	decoded: false,
	framing: undefined,
	following: true,
	target: undefined,
	going: 0,
	anchor: undefined,
	hits: [],
	finding: false,
	charset: 'utf-8',
	recoded: 0,
}));

/** Shows another connection, at its end. */
export function showConnection(connection: number | undefined, pair?: number): void {
	const before = useConversation.getState();
	if (connection === before.connection) return;
	// It is visible already.
	if (connection !== undefined && connection === before.pair && withPair(before) !== undefined) return;
	useConversation.setState({ connection, pair, following: true, target: undefined, anchor: undefined, hits: [] });
}

/** The other half that is shown as well. */
export function withPair({ mode, halves, pair }: Conversation): number | undefined {
	return mode === 'dialogue' && halves === 'both' ? pair : undefined;
}

/** Scrolls a byte of an event into view and stops following. */
export function goTo(n: number, offset: number): void {
	useConversation.setState(({ going }) => ({ target: { n, offset }, going: going + 1, following: false }));
}

/** The side whose data is shown. */
export function shownSide(): StreamSide {
	const { mode, side, cut } = useConversation.getState();
	return mode === 'dialogue' ? side : cut;
}
