import { DIRECTIONS } from '../../../../common/capture/event.ts';
import type { StreamSide } from '../../../../common/conversation/index.ts';
import type { EventCursor } from './cursor.ts';

/** A part of one event's payload: `from` up to, but without, `to`. */
export interface SaidRange {
	readonly n: number;
	readonly from: number;
	readonly to: number;
}

/** The data of either side of a connection, independent of its chunks. */
export class Said {
	readonly cursor: EventCursor;
	readonly #side: StreamSide;

	constructor(cursor: EventCursor, side: StreamSide) {
		this.cursor = cursor;
		this.#side = side;
	}

	/** Whether the connection's event `i` is a chunk of the requested side; moves the cursor to it. */
	isChunk(i: number): boolean {
		if (i < this.cursor.firstKept) return false;
		const { direction } = this.cursor.to(i);
		return this.cursor.isData && (this.#side === 'both' || DIRECTIONS[direction] === this.#side);
	}

	/** The ranges of `length` bytes of one side that start at byte `offset` of its event `i`; fewer at the current end. */
	ranges(i: number, offset: number, length: number): SaidRange[] {
		const { direction } = this.cursor.to(i);
		const ranges: SaidRange[] = [];
		let from = offset;
		for (let rest = length, at = i; rest > 0 && at < this.cursor.events.count; at++, from = 0) {
			const facts = this.cursor.to(at);
			if (!this.cursor.isData || facts.direction !== direction) continue;
			const to = Math.min(facts.length, from + rest);
			if (to > from) ranges.push({ n: this.cursor.n, from, to });
			rest -= to - from;
		}
		return ranges;
	}

	/** A copy of the bytes in these ranges. */
	read(ranges: readonly SaidRange[]): Uint8Array {
		const bytes = new Uint8Array(ranges.reduce((sum, { from, to }) => sum + to - from, 0));
		let at = 0;
		for (const { n, from, to } of ranges) {
			this.cursor.to(this.cursor.events.before(n));
			bytes.set(this.cursor.bytes(from, to - from), at);
			at += to - from;
		}
		return bytes;
	}
}
