import { DIRECTIONS } from '../../../../common/capture/event.ts';
import type { StreamLayout } from '../../../../common/contract/calls/stream.ts';
import { type LineBreaker, lineBreaker, lookAhead } from '../../../../common/conversation/index.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { charsetNamed } from '../../../../common/payload/charsets/named.ts';
import type { CharsetName } from '../../../../common/payload/charsets/names.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { Carry } from './carry.ts';
import type { EventCursor } from './cursor.ts';
import { lineEnds } from './line-ends.ts';

/** How a layout shows the cursor's event. */
export class ChunkLines {
	readonly #layout: StreamLayout;
	readonly #carry: Carry;
	readonly #breakers = new Map<CharsetName, LineBreaker>();
	readonly #ahead: number;

	/** `lookBack`: a cursor over the same events, which nothing else moves. */
	constructor(layout: StreamLayout, lookBack: EventCursor) {
		this.#layout = layout;
		this.#carry = new Carry(lookBack);
		this.#ahead = lookAhead(layout.width);
	}

	/** Events other than data belong to both sides. */
	includes(cursor: EventCursor): boolean {
		const { side } = this.#layout;
		return side === 'both' || !cursor.isData || DIRECTIONS[cursor.facts.direction] === side;
	}

	/** Lines of hex are known without their bytes. */
	get hexWidth(): number | undefined {
		return this.#layout.form === 'hex' ? this.#layout.width : undefined;
	}

	/** The line ends of a chunk from `offset` on, where a line starts. */
	*ends(cursor: EventCursor, offset: number): Generator<number, void, void> {
		const { length } = cursor.facts;
		const width = this.hexWidth;
		if (width === undefined) {
			yield* this.#textEnds(cursor, offset, length);
		} else {
			for (let at = offset; at < length; ) {
				at = Math.min(at + width, length);
				yield at;
			}
		}
	}

	*#textEnds(cursor: EventCursor, offset: number, length: number): Generator<number, void, void> {
		const charset = this.charset(cursor);
		const breakLine =
			this.#breakers.get(charset) ?? lineBreaker(this.#layout.form, this.#layout.width, charsetNamed(charset));
		this.#breakers.set(charset, breakLine);
		const carry = offset === 0 ? this.carry(cursor) : NO_BYTES;
		const read = (at: number, count: number): Uint8Array => {
			if (at >= carry.length) return cursor.bytes(at - carry.length, count);
			return concat([carry.subarray(at), cursor.bytes(0, count - carry.length + at)]);
		};
		for (const end of lineEnds(read, offset, length + carry.length, breakLine, this.#ahead)) {
			if (end > carry.length) yield end - carry.length;
		}
	}

	/** The charset of the cursor's event. */
	charset(cursor: EventCursor): CharsetName {
		return this.#layout.charset ?? cursor.facts.charset;
	}

	/** The start of the chunk's first character, from the chunk of its direction before. */
	carry(cursor: EventCursor): Uint8Array {
		if (this.hexWidth !== undefined) return NO_BYTES;
		return this.#carry.before(cursor.index, charsetNamed(this.charset(cursor)));
	}

	/** Number of lines of a chunk from `offset` on, where a line starts. */
	count(cursor: EventCursor, offset: number): number {
		const width = this.hexWidth;
		if (width !== undefined) return Math.ceil((cursor.facts.length - offset) / width);
		let lines = 0;
		for (const _end of this.ends(cursor, offset)) lines++;
		return lines;
	}
}
