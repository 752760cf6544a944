import { DIRECTIONS } from '../../../../common/capture/event.ts';
import type { StreamLayout } from '../../../../common/contract/calls/stream.ts';
import { type LineBreaker, lineBreaker, lookAhead } from '../../../../common/conversation/index.ts';
import type { EventCursor } from './cursor.ts';
import { lineEnds } from './line-ends.ts';

/** How a layout shows the cursor's event. */
export class ChunkLines {
	readonly #layout: StreamLayout;
	readonly #break: LineBreaker;
	readonly #ahead: number;

	constructor(layout: StreamLayout) {
		this.#layout = layout;
		this.#break = lineBreaker(layout.form, layout.width);
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
			yield* lineEnds((at, count) => cursor.bytes(at, count), offset, length, this.#break, this.#ahead);
		} else {
			for (let at = offset; at < length; ) {
				at = Math.min(at + width, length);
				yield at;
			}
		}
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
