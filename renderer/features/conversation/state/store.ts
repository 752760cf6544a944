import { create } from 'zustand';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import type { StreamForm, StreamSide } from '../../../../common/conversation/index.ts';

/** Bytes of one event, from `from` up to, but without, `to`. */
export interface EventRange {
	readonly n: number;
	readonly from: number;
	readonly to: number;
}

export interface Conversation {
	/**
	 * `dialogue`: what either side said. `boundaries`: one side's chunks beside its messages.
	 * `parts`: what one side said, its header and its body apart.
	 */
	readonly mode: 'dialogue' | 'boundaries' | 'parts';
	readonly connection: number | undefined;
	/** The other half of a connection through a proxy, and whether a dialogue has both. */
	readonly pair: number | undefined;
	readonly halves: 'one' | 'both';
	/** Whose bytes a dialogue shows, and whose stream is cut. */
	readonly side: StreamSide;
	readonly cut: 'in' | 'out';
	readonly form: StreamForm;
	/** Undefined: as the endpoint cut the stream. */
	readonly framing: Framing | undefined;
	readonly following: boolean;
	/** Where the view should go; `going` grows with each wish. */
	readonly target: { readonly n: number; readonly offset: number } | undefined;
	readonly going: number;
	/** Where a selection of several events began. */
	readonly anchor: number | undefined;
	/** What was found last. */
	readonly hits: readonly EventRange[];
	readonly finding: boolean;
}

export const useConversation = create<Conversation>()(() => ({
	mode: 'dialogue',
	connection: undefined,
	pair: undefined,
	halves: 'one',
	side: 'both',
	cut: 'in',
	form: 'text',
	framing: undefined,
	following: true,
	target: undefined,
	going: 0,
	anchor: undefined,
	hits: [],
	finding: false,
}));

/** Shows another connection, from its end on. */
export function showConnection(connection: number | undefined, pair?: number): void {
	const before = useConversation.getState();
	if (connection === before.connection) return;
	// It is in sight already.
	if (connection !== undefined && connection === before.pair && withPair(before) !== undefined) return;
	useConversation.setState({ connection, pair, following: true, target: undefined, anchor: undefined, hits: [] });
}

/** The other half that is shown as well. */
export function withPair({ mode, halves, pair }: Conversation): number | undefined {
	return mode === 'dialogue' && halves === 'both' ? pair : undefined;
}

/** Brings a byte of an event into sight, and stays there. */
export function goTo(n: number, offset: number): void {
	useConversation.setState(({ going }) => ({ target: { n, offset }, going: going + 1, following: false }));
}
