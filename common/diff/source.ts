import type { MessagePlace, PrintedMessage } from '../contract/calls/compare.ts';
import type { CapturedConnection } from '../contract/calls/stream.ts';
import type { Framing } from '../contract/config/framing.ts';
import type { Ignore } from '../contract/config/ignore.ts';
import type { CallOutput, CallParsed } from '../contract/index.ts';
import { concat } from '../payload/concat.ts';
import type { MessageSource, Way } from './side.ts';

/** Calls of the contract, answered by a host or by a capture that is open here. */
export interface CaptureCalls {
	captureRows(input: CallParsed<'captureRows'>): Promise<CallOutput<'captureRows'>>;
	streamMessages(input: CallParsed<'streamMessages'>): Promise<CallOutput<'streamMessages'>>;
	streamBytes(input: CallParsed<'streamBytes'>): Promise<CallOutput<'streamBytes'>>;
}

/** How a connection's data are split, and what is left out. */
interface SourceOptions {
	/** The id of its capture; left out: the live one. */
	readonly capture?: string | undefined;
	/** Of each side; left out: the endpoint's own. */
	readonly framing?: Readonly<Partial<Record<Way, Framing>>> | undefined;
	readonly ignore: readonly Ignore[];
}

/** A connection that is to be compared with another. */
export interface SourceOrder {
	readonly calls: CaptureCalls;
	readonly connection: Pick<CapturedConnection, 'id' | 'first'>;
	readonly capture?: string | undefined;
}

/**
 * The sources of two connections, both split by `framing`; left out: by their endpoints' framing, that of the first where these
 * differ, and of the second where the first has none. Rejects as the calls do.
 */
export async function messageSources(
	a: SourceOrder,
	b: SourceOrder,
	{ framing, ignore }: { readonly framing?: Framing | undefined; readonly ignore: readonly Ignore[] },
): Promise<{ readonly a: MessageSource; readonly b: MessageSource }> {
	const source = ({ calls, connection, capture }: SourceOrder, both: SourceOptions['framing']) =>
		messageSource(calls, connection, { capture, ignore, framing: both });
	if (framing !== undefined) {
		const both = { in: framing, out: framing };
		return { a: await source(a, both), b: await source(b, both) };
	}
	const [one, other] = [await source(a, undefined), await source(b, undefined)];
	const both: Partial<Record<Way, Framing>> = {};
	for (const side of ['in', 'out'] as const) {
		const agreed = (await ownFraming(one, side)) ?? (await ownFraming(other, side));
		if (agreed !== undefined) both[side] = agreed;
	}
	return { a: await source(a, both), b: await source(b, both) };
}

/** The framing of one side of a stream; undefined where it has none. */
async function ownFraming(source: MessageSource, side: Way): Promise<Framing | undefined> {
	let from: MessagePlace | undefined;
	for (;;) {
		const { framing, messages, next } = await source.messages(side, from);
		// An answer without messages came before the connection was found.
		if (messages.length > 0 || next === undefined) return framing.type === 'none' ? undefined : framing;
		from = next;
	}
}

/** A connection of a capture as the source of a comparison. Rejects as the calls do. */
async function messageSource(
	calls: CaptureCalls,
	{ id: connection, first }: Pick<CapturedConnection, 'id' | 'first'>,
	{ capture, framing, ignore }: SourceOptions,
): Promise<MessageSource> {
	const of = capture === undefined ? {} : { capture };
	const { rows } = await calls.captureRows({ ...of, from: first, count: 1 });
	return {
		begin: rows[0]?.time ?? 0n,
		messages: (side, from) =>
			calls.streamMessages({
				...of,
				connection,
				side,
				ignore: [...ignore],
				...(framing?.[side] && { framing: framing[side] }),
				...(from && { from }),
			}),
		bytes: (side, message, most) => messageBytes(calls, { ...of, connection, side }, message, most),
	};
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
