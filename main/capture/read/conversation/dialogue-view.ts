import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import { NO_BYTES } from '../../../../common/framing/index.ts';
import { charsetNamed } from '../../../../common/payload/charsets/named.ts';
import { concat } from '../../../../common/payload/codec/concat.ts';
import { incompleteEnd } from './carry.ts';
import type { ChunkLines } from './chunk-lines.ts';
import type { Columns } from './columns.ts';
import type { EventCursor } from './cursor.ts';
import { EVENT, HEAD, LINE, OFFSET } from './dialogue-columns.ts';
import { eventLine } from './event-line.ts';

/** Events searched backwards for the one before the first of a window. */
const LOOK_BACK = 64;

/** Reads lines of a dialogue, from the checkpoint before them on. */
export class DialogueView {
	readonly #cursor: EventCursor;
	readonly #chunks: ChunkLines;
	readonly #checkpoints: Columns;

	constructor(cursor: EventCursor, chunks: ChunkLines, checkpoints: Columns) {
		this.#cursor = cursor;
		this.#chunks = chunks;
		this.#checkpoints = checkpoints;
	}

	/** Lines from `from` up to, but without, `to`, all of which are laid out. */
	window(from: number, to: number): StreamLine[] {
		const row = this.#checkpoints.lastAtMost(LINE, from);
		let line = this.#checkpoints.get(row, LINE);
		let offset = this.#checkpoints.get(row, OFFSET);
		const lines: StreamLine[] = [];
		/** Time of the previous event; for the first shown one it is looked up. */
		let before: bigint | undefined;
		for (let event = this.#checkpoints.get(row, EVENT); line < to; event++, offset = HEAD) {
			this.#cursor.to(event);
			if (!this.#chunks.includes(this.#cursor)) continue;
			if (offset === HEAD) {
				if (line >= from) {
					before ??= this.#timeBefore(event);
					this.#cursor.to(event);
					lines.push(eventLine(this.#cursor, before));
				}
				line++;
			}
			if (line > from) before = this.#cursor.row.time;
			if (this.#cursor.isData) line = this.#body(lines, Math.max(0, offset), line, from, to);
		}
		return lines;
	}

	/** The line of a byte of the connection's event, or of its head; for a hidden event, that of the next. */
	place(event: number, offset: number): number {
		let row = this.#checkpoints.lastAtMost(EVENT, event);
		while (row > 0 && this.#after(row, event, offset)) row--;
		let line = this.#checkpoints.get(row, LINE);
		let from = this.#checkpoints.get(row, OFFSET);
		for (let i = this.#checkpoints.get(row, EVENT); i < event; i++, from = HEAD) {
			this.#cursor.to(i);
			if (!this.#chunks.includes(this.#cursor)) continue;
			if (from === HEAD) line++;
			if (this.#cursor.isData) line += this.#chunks.count(this.#cursor, Math.max(0, from));
		}
		const { length } = this.#cursor.to(event);
		if (offset === HEAD || length === 0 || !this.#chunks.includes(this.#cursor)) return line;
		return this.#lineOf(Math.min(offset, length - 1), from === HEAD ? line + 1 : line, Math.max(0, from));
	}

	#after(row: number, event: number, offset: number): boolean {
		return this.#checkpoints.get(row, EVENT) === event && this.#checkpoints.get(row, OFFSET) > offset;
	}

	/** The line of byte `wanted` of the chunk, in which line `line` starts at `from`. */
	#lineOf(wanted: number, line: number, from: number): number {
		const width = this.#chunks.hexWidth;
		if (width !== undefined) return line + Math.floor((wanted - from) / width);
		let at = line;
		for (const end of this.#chunks.ends(this.#cursor, from)) {
			if (end > wanted) break;
			at++;
		}
		return at;
	}

	/** Adds the requested lines of a chunk; returns the number of the line after the last. */
	#body(lines: StreamLine[], offset: number, first: number, from: number, to: number): number {
		const { n, row } = this.#cursor;
		const width = this.#chunks.hexWidth;
		const skipped = width === undefined ? 0 : Math.max(0, from - first);
		let line = first + skipped;
		let at = offset + skipped * (width ?? 0);
		if (at >= row.length) return first + this.#chunks.count(this.#cursor, offset);
		for (const end of this.#chunks.ends(this.#cursor, at)) {
			if (line >= to) return line;
			if (line >= from) {
				const bytes = this.#cursor.bytes(at, end - at).slice();
				const line = { type: 'body', n, direction: row.direction, offset: at, bytes } as const;
				lines.push({ ...line, ...this.#drawn(at, end, bytes) });
			}
			line++;
			at = end;
		}
		return line;
	}

	/** How the bytes [from, to) of the cursor's chunk are drawn. */
	#drawn(
		from: number,
		to: number,
		bytes: Uint8Array,
	): Pick<Extract<StreamLine, { type: 'body' }>, 'charset' | 'before' | 'tail'> {
		if (this.#chunks.hexWidth !== undefined) return {};
		const charset = this.#chunks.charset(this.#cursor);
		const before = from === 0 ? this.#chunks.carry(this.#cursor) : NO_BYTES;
		const isLast = to === this.#cursor.facts.length && !this.#cursor.facts.datagrams;
		const tail = isLast ? incompleteEnd(concat([before, bytes]), charsetNamed(charset)).length : 0;
		// All of the chunk belongs to a character that it does not complete.
		const isWithin = tail > bytes.length;
		return {
			...(charset === 'utf-8' ? {} : { charset }),
			...(before.length === 0 || isWithin ? {} : { before }),
			...(tail === 0 ? {} : { tail: Math.min(tail, bytes.length) }),
		};
	}

	/** Time of the shown event before this one. */
	#timeBefore(event: number): bigint | undefined {
		for (let i = event - 1; i >= Math.max(0, event - LOOK_BACK); i--) {
			this.#cursor.to(i);
			if (this.#chunks.includes(this.#cursor)) return this.#cursor.row.time;
		}
		return undefined;
	}
}
