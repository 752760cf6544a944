import type { MessagePlace, PrintedMessage } from '../contract/calls/compare.ts';
import type { Framing } from '../contract/config/framing.ts';
import { align } from './bytes/align.ts';
import type { Edit } from './bytes/sequence.ts';
import { MOST_SIMILAR, pairs, pairsInOrder, similarity } from './similar.ts';

/** Messages of either side that are aligned at a time: they bound the memory. */
const WINDOW = 1 << 16;
/** Bytes of a message by which similar ones are recognised. */
const SIMILAR_BYTES = 4096;

export type Way = 'in' | 'out';

/** The messages of one connection of a capture, as the contract's `streamMessages` and `streamBytes` have them. */
export interface MessageSource {
	/** Time of its first event, nanoseconds since 1970. */
	readonly begin: bigint;
	messages(
		side: Way,
		from: MessagePlace | undefined,
	): Promise<{
		readonly messages: readonly PrintedMessage[];
		readonly next?: MessagePlace | undefined;
		readonly framing: Framing;
		readonly framed: boolean;
		readonly end: 'open' | 'closed' | 'reset';
	}>;
	/** The first bytes of a message, at most `most`. */
	bytes(side: Way, message: PrintedMessage, most: number): Promise<Uint8Array>;
}

/** A message of one side, or of both, that is not the same in the other connection. */
export interface MessageDifference {
	/** `late`: the same message at another time. */
	readonly kind: 'changed' | 'missing' | 'extra' | 'late';
	readonly side: Way;
	/** In the first and in the second connection. Without framing: a part of the stream. */
	readonly a?: PrintedMessage;
	readonly b?: PrintedMessage;
	/** They are messages, and not parts of a stream. */
	readonly framed: boolean;
	/** Position in the first capture where it is, or would be; it never falls. */
	readonly order: number;
	/** Of `late`: milliseconds, since the start of the connection, by which the second is later (or earlier, if negative). */
	readonly lateMs?: number;
}

/** What was compared so far. */
export interface Tally {
	same: number;
	changed: number;
	missing: number;
	extra: number;
	late: number;
	/** Bytes of the equal messages. */
	bytes: number;
	/** Some messages are paired more coarsely than possible. */
	coarse: boolean;
}

export function newTally(): Tally {
	return { same: 0, changed: 0, missing: 0, extra: 0, late: 0, bytes: 0, coarse: false };
}

/** Adds the counts of another comparison. */
export function addTally(to: Tally, from: Tally): void {
	for (const name of ['same', 'changed', 'missing', 'extra', 'late', 'bytes'] as const) to[name] += from[name];
	to.coarse ||= from.coarse;
}

/** The messages of one side, read a window at a time. */
class Reading {
	readonly #source: MessageSource;
	readonly #side: Way;
	#from: MessagePlace | undefined;
	window: PrintedMessage[] = [];
	done = false;
	framed = false;
	end: 'open' | 'closed' | 'reset' = 'open';

	constructor(source: MessageSource, side: Way) {
		this.#source = source;
		this.#side = side;
	}

	async fill(): Promise<void> {
		while (!this.done && this.window.length < WINDOW) {
			const answer = await this.#source.messages(this.#side, this.#from);
			for (const message of answer.messages) this.window.push(message);
			this.#from = answer.next;
			this.framed = answer.framed;
			if (answer.next !== undefined) continue;
			this.done = true;
			this.end = answer.end;
		}
	}
}

/** Yields the differences of one side of two connections in order, and counts what is the same. */
export class SideComparison {
	readonly #sources: { readonly a: MessageSource; readonly b: MessageSource };
	readonly #side: Way;
	readonly #withinMs: number | undefined;
	readonly #tally: Tally;
	readonly #a: Reading;
	readonly #b: Reading;

	constructor(
		sources: { readonly a: MessageSource; readonly b: MessageSource },
		side: Way,
		withinMs: number | undefined,
		tally: Tally,
	) {
		this.#sources = sources;
		this.#side = side;
		this.#withinMs = withinMs;
		this.#tally = tally;
		this.#a = new Reading(sources.a, side);
		this.#b = new Reading(sources.b, side);
	}

	/** How the connections ended, once all differences were yielded. */
	get ends(): { readonly a: 'open' | 'closed' | 'reset'; readonly b: 'open' | 'closed' | 'reset' } {
		return { a: this.#a.end, b: this.#b.end };
	}

	async *differences(): AsyncGenerator<MessageDifference, void, void> {
		for (;;) {
			await this.#a.fill();
			await this.#b.fill();
			const [one, other] = [this.#a.window, this.#b.window];
			const { edits, coarse } = align(printsOf(one), printsOf(other), 1);
			this.#tally.coarse ||= coarse;
			const isLast = this.#a.done && this.#b.done;
			const until = isLast ? { a: one.length, b: other.length } : lastEqual(edits, one.length, other.length);
			let [a, b] = [0, 0];
			for (const edit of edits) {
				if (edit.aEnd > until.a || edit.bEnd > until.b) break;
				yield* this.#same(a, edit.a, b);
				yield* this.#region(edit);
				[a, b] = [edit.aEnd, edit.bEnd];
			}
			yield* this.#same(a, until.a, b);
			if (isLast) return;
			this.#a.window = one.slice(until.a);
			this.#b.window = other.slice(until.b);
		}
	}

	*#same(from: number, end: number, other: number): Generator<MessageDifference> {
		for (let i = from; i < end; i++) {
			const [a, b] = [this.#a.window[i], this.#b.window[other + i - from]];
			if (a === undefined || b === undefined) return;
			this.#tally.same++;
			this.#tally.bytes += a.length;
			yield* this.#late(a, b);
		}
	}

	*#late(a: PrintedMessage, b: PrintedMessage): Generator<MessageDifference> {
		if (this.#withinMs === undefined) return;
		const after = (message: PrintedMessage, { begin }: MessageSource): number => Number(message.time - begin) / 1e6;
		const lateMs = after(b, this.#sources.b) - after(a, this.#sources.a);
		if (Math.abs(lateMs) <= this.#withinMs) return;
		this.#tally.late++;
		yield { kind: 'late', side: this.#side, a, b, framed: this.#a.framed, order: a.n, lateMs };
	}

	async *#region({ a, aEnd, b, bEnd }: Edit): AsyncGenerator<MessageDifference> {
		const one = this.#a.window.slice(a, aEnd);
		const other = this.#b.window.slice(b, bEnd);
		const framed = this.#a.framed || this.#b.framed;
		const [left, right] = framed ? [one, other] : [joinedPiece(one), joinedPiece(other)];
		const after = this.#a.window[aEnd]?.n ?? Number.POSITIVE_INFINITY;
		let order = left[0]?.n ?? after;
		for (const pair of await this.#paired(left, right)) {
			const [x, y] = [
				pair.a === undefined ? undefined : left[pair.a],
				pair.b === undefined ? undefined : right[pair.b],
			];
			const kind = x === undefined ? 'extra' : y === undefined ? 'missing' : 'changed';
			this.#tally[kind]++;
			order = x?.n ?? order;
			yield { kind, side: this.#side, ...(x && { a: x }), ...(y && { b: y }), framed, order };
			if (x !== undefined && y !== undefined) yield* this.#late(x, y);
		}
	}

	/** Which messages of a region belong together: those that look alike, where there are not too many. */
	async #paired(left: readonly PrintedMessage[], right: readonly PrintedMessage[]): Promise<ReturnType<typeof pairs>> {
		const [n, m] = [left.length, right.length];
		if (n === m || n === 0 || m === 0) return pairsInOrder(n, m);
		if (Math.max(n, m) > MOST_SIMILAR) {
			this.#tally.coarse = true;
			return pairsInOrder(n, m);
		}
		const read = (source: MessageSource, messages: readonly PrintedMessage[]): Promise<Uint8Array[]> =>
			Promise.all(messages.map((message) => source.bytes(this.#side, message, SIMILAR_BYTES)));
		const [x, y] = await Promise.all([read(this.#sources.a, left), read(this.#sources.b, right)]);
		const nothing = new Uint8Array(0);
		return pairs(n, m, (a, b) => similarity(x[a] ?? nothing, y[b] ?? nothing));
	}
}

function printsOf(messages: readonly PrintedMessage[]): Float64Array {
	return Float64Array.from(messages, ({ print }) => print);
}

/** Where the windows may be divided: after the last equal messages, or at their ends where these are far behind. */
function lastEqual(edits: readonly Edit[], a: number, b: number): { readonly a: number; readonly b: number } {
	const last = edits.at(-1);
	if (last === undefined) return { a: Math.min(a, b), b: Math.min(a, b) };
	if (last.aEnd < a) return { a, b };
	return Math.max(last.a, last.b) < WINDOW / 2 ? { a, b } : { a: last.a, b: last.b };
}

/** Pieces of a stream that follow each other, as one. */
function joinedPiece(pieces: readonly PrintedMessage[]): PrintedMessage[] {
	const [first] = pieces;
	if (first === undefined) return [];
	return [{ ...first, length: pieces.reduce((sum, { length }) => sum + length, 0) }];
}
