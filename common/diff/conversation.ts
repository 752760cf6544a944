import { type ByteComparison, compareBytes } from './bytes/bytes.ts';
import type { Ignored } from './ignore.ts';
import { type MessageDifference, type MessageSource, newTally, SideComparison, type Tally, type Way } from './side.ts';

/** Bytes of a message that are compared byte by byte; what is behind them is not looked at. */
export const MOST_DETAIL = 1 << 20;

/** The connections ended in different ways. */
export interface EndDifference {
	readonly kind: 'end';
	readonly a: 'open' | 'closed' | 'reset';
	readonly b: 'open' | 'closed' | 'reset';
}

export type Difference = MessageDifference | EndDifference;

export interface ConversationOptions {
	/** Milliseconds by which a message may come earlier or later. Left out: times are not compared. */
	readonly withinMs?: number | undefined;
	readonly ignored: Ignored;
}

/** Two messages, or parts of two streams, byte by byte. */
export interface Detail {
	readonly a: Uint8Array;
	readonly b: Uint8Array;
	/** Offsets of their first bytes: in the stream where there are no messages, else 0. */
	readonly aAt: number;
	readonly bAt: number;
	readonly comparison: ByteComparison;
}

/** Two connections that are compared. */
export class ConversationComparison {
	readonly tally: Tally = newTally();
	readonly #sources: { readonly a: MessageSource; readonly b: MessageSource };
	readonly #options: ConversationOptions;

	/** The sources ignore what the options ignore. */
	constructor(a: MessageSource, b: MessageSource, options: ConversationOptions) {
		this.#sources = { a, b };
		this.#options = options;
	}

	/**
	 * Yields the differences in the order of the first connection. Each side is compared by itself: what one side said is not
	 * different because the other was faster. Without framing, what a byte by byte comparison finds equal is none. A reset is a
	 * difference where the other connection has none.
	 */
	async *differences(): AsyncGenerator<Difference, void, void> {
		const { withinMs } = this.#options;
		const sides = (['in', 'out'] as const).map((side) => new SideComparison(this.#sources, side, withinMs, this.tally));
		const waiting = await Promise.all(
			sides.map(async (side) => {
				const run = side.differences();
				return { run, next: await run.next() };
			}),
		);
		for (;;) {
			const open = waiting.flatMap((side) => (side.next.done === true ? [] : [{ side, value: side.next.value }]));
			const [first] = open.sort((one, other) => one.value.order - other.value.order);
			if (first === undefined) break;
			if (!(await this.#isEqualPart(first.value))) yield first.value;
			first.side.next = await first.side.run.next();
		}
		const [ends] = sides.map((side) => side.ends);
		if (ends !== undefined && (ends.a === 'reset') !== (ends.b === 'reset')) yield { kind: 'end', ...ends };
	}

	/** Both messages of a difference byte by byte, up to `MOST_DETAIL`. One that is missing has no bytes. */
	async detail({ side, a, b, framed }: MessageDifference): Promise<Detail> {
		const nothing = new Uint8Array(0);
		const [one, other] = await Promise.all([
			a === undefined ? nothing : this.#sources.a.bytes(side, a, MOST_DETAIL),
			b === undefined ? nothing : this.#sources.b.bytes(side, b, MOST_DETAIL),
		]);
		const ignoredIn = (bytes: Uint8Array, message: typeof a) => this.#ignored(side, bytes, message, framed);
		const comparison = compareBytes(one, other, ignoredIn(one, a), ignoredIn(other, b));
		const [aAt, bAt] = framed ? [0, 0] : [a?.at ?? 0, b?.at ?? 0];
		return { a: one, b: other, aAt, bAt, comparison };
	}

	#ignored(side: Way, bytes: Uint8Array, message: MessageDifference['a'], framed: boolean): ReturnType<Ignored> {
		if (message === undefined) return [];
		const { number, at, length } = message;
		return this.#options.ignored(bytes, {
			side,
			message: number,
			at: framed ? 0 : at,
			length: framed ? length : at + length,
		});
	}

	/** Pieces of a stream may differ where their bytes, put together, do not. */
	async #isEqualPart(difference: MessageDifference): Promise<boolean> {
		const { framed, kind, a, b } = difference;
		if (framed || kind === 'late' || Math.max(a?.length ?? 0, b?.length ?? 0) > MOST_DETAIL) return false;
		const { comparison } = await this.detail(difference);
		if (!comparison.equal) return false;
		this.tally[kind]--;
		this.tally.same++;
		this.tally.bytes += a?.length ?? 0;
		return true;
	}
}
