import type { MessagePlace, PrintedMessage } from '../contract/calls/compare.ts';
import type { CapturedConnection } from '../contract/calls/stream.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { Ignore } from '../contract/config/ignore.ts';
import type { CallOutput, CallParsed } from '../contract/index.ts';
import { concat } from '../payload/codec/concat.ts';
import { ConversationComparison } from './conversation.ts';
import { compileIgnores } from './ignore.ts';
import type { MessageSource, Way } from './side.ts';

/** Calls of the contract, answered by a host or by a capture that is open here. */
export interface CaptureCalls {
	captureRows(input: CallParsed<'captureRows'>): Promise<CallOutput<'captureRows'>>;
	streamMessages(input: CallParsed<'streamMessages'>): Promise<CallOutput<'streamMessages'>>;
	streamBytes(input: CallParsed<'streamBytes'>): Promise<CallOutput<'streamBytes'>>;
}

/** A connection that is to be compared with another. */
export interface SourceOrder {
	readonly calls: CaptureCalls;
	readonly connection: Pick<CapturedConnection, 'id' | 'first'>;
	/** The id of its capture; left out: the live one. */
	readonly capture?: string | undefined;
}

/** How each side of a connection is split; a side that is left out: as the endpoint says. */
type Framings = Readonly<Partial<Record<Way, Framing>>>;

/**
 * The comparison of two connections, both split by `framing`; left out: by their endpoints' framing, that of the first where these
 * differ, and of the second where the first has none. Rejects as the calls do, and with `bad-input` where a pattern does not compile.
 */
export async function compareConnections(
	a: SourceOrder,
	b: SourceOrder,
	{
		framing,
		ignore,
		withinMs,
	}: {
		readonly framing?: Framing | undefined;
		readonly ignore: readonly Ignore[];
		/** See `ConversationOptions`. */
		readonly withinMs?: number | undefined;
	},
): Promise<ConversationComparison> {
	const ignored = compileIgnores(ignore);
	const framings = framing === undefined ? await agreedFramings(a, b) : { in: framing, out: framing };
	const [one, other] = [await messageSource(a, framings, ignore), await messageSource(b, framings, ignore)];
	return new ConversationComparison(one, other, { ignored, withinMs });
}

/** The framing of each side by which both connections are split. */
async function agreedFramings(a: SourceOrder, b: SourceOrder): Promise<Framings> {
	const agreed: Partial<Record<Way, Framing>> = {};
	for (const side of ['in', 'out'] as const) {
		const framing = (await ownFraming(a, side)) ?? (await ownFraming(b, side));
		if (framing !== undefined) agreed[side] = framing;
	}
	return agreed;
}

/** The framing of one side of a stream; undefined where it has none. */
async function ownFraming(
	{ calls, connection: { id }, capture }: SourceOrder,
	side: Way,
): Promise<Framing | undefined> {
	const request = { ...ofCapture(capture), connection: id, side, ignore: [] };
	let from: MessagePlace | undefined;
	for (;;) {
		const { framing, messages, next } = await calls.streamMessages({ ...request, ...(from && { from }) });
		// An answer without messages came before the connection was found.
		if (messages.length > 0 || next === undefined) return framing.type === 'none' ? undefined : framing;
		from = next;
	}
}

/** A connection of a capture as the source of a comparison. Rejects as the calls do. */
async function messageSource(
	{ calls, connection: { id: connection, first }, capture }: SourceOrder,
	framings: Framings,
	ignore: readonly Ignore[],
): Promise<MessageSource> {
	const of = ofCapture(capture);
	const { rows } = await calls.captureRows({ ...of, from: first, count: 1 });
	return {
		begin: rows[0]?.time ?? 0n,
		messages: (side, from) => {
			const framing = framings[side];
			return calls.streamMessages({
				...of,
				connection,
				side,
				ignore: [...ignore],
				...(framing && { framing }),
				...(from && { from }),
			});
		},
		bytes: (side, message, most) => messageBytes(calls, { ...of, connection, side }, message, most),
	};
}

function ofCapture(capture: string | undefined): { readonly capture?: string } {
	return capture === undefined ? {} : { capture };
}

/** The first bytes of a message of a connection, at most `most`, in however many events they came. Rejects as the call does. */
export async function messageBytes(
	calls: Pick<CaptureCalls, 'streamBytes'>,
	of: { readonly capture?: string; readonly connection: number; readonly side: Way },
	{ n, offset, length }: Pick<PrintedMessage, 'n' | 'offset' | 'length'>,
	most: number,
): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let rest = Math.min(length, most);
	let place: { n: number; offset: number } | undefined = { n, offset };
	while (rest > 0 && place !== undefined) {
		const answer: CallOutput<'streamBytes'> = await calls.streamBytes({
			...of,
			...place,
			last: Number.MAX_SAFE_INTEGER,
			length: rest,
		});
		parts.push(answer.bytes);
		rest -= answer.bytes.length;
		place = answer.next;
	}
	return concat(parts);
}
