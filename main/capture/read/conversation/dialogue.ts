import type { StreamLayout } from '../../../../common/contract/calls/stream.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { ChunkLines } from './chunk-lines.ts';
import { Columns } from './columns.ts';
import { EventCursor } from './cursor.ts';
import { EVENT, HEAD, LINE } from './dialogue-columns.ts';
import { DialogueView } from './dialogue-view.ts';
import type { ConnectionEvents } from './events.ts';
import { goneLines, type Kept, keptFrom } from './kept.ts';
import type { Layout, LayoutWindow } from './layout.ts';

/** Interval of checkpoints, of 24 bytes each, in events or lines. */
const EVENTS_APART = 64;
const LINES_APART = 256;
/** Events between two reads of the clock. */
const CLOCK_EVENTS = 16;

/** The data of both sides, in order. `step` counts the lines; their number grows and existing ones do not change. */
export class Dialogue implements Layout {
	readonly #events: ConnectionEvents;
	readonly #chunks: ChunkLines;
	readonly #cursor: EventCursor;
	readonly #view: DialogueView;
	readonly #checkpoints = new Columns(3);
	/** Start of the next line. */
	#event = 0;
	#offset = HEAD;
	#eventsSince = 0;
	lines = 0;
	bytes = 0;

	constructor(folder: CaptureFolder, events: ConnectionEvents, layout: StreamLayout) {
		this.#events = events;
		this.#chunks = new ChunkLines(layout, new EventCursor(folder, events));
		this.#cursor = new EventCursor(folder, events);
		this.#checkpoints.push(0, HEAD, 0);
		// With a separate cursor, so that neither reads again what the other has left.
		this.#view = new DialogueView(new EventCursor(folder, events), this.#chunks, this.#checkpoints);
	}

	get done(): number {
		return this.#event;
	}

	step(until: number): void {
		for (let i = 1; this.#event < this.#events.count; i++) {
			if (!this.#layEvent(until)) return;
			if (i % CLOCK_EVENTS === 0 && performance.now() >= until) return;
		}
	}

	window(from: number, count: number): LayoutWindow {
		const to = Math.min(from + count, this.lines);
		const begin = Math.min(Math.max(from, this.#kept().line), to);
		return { lines: [...goneLines(begin - from), ...this.#view.window(begin, to)], messages: [] };
	}

	place(n: number, offset: number): number | undefined {
		const event = this.#events.before(n);
		if (event >= this.#events.count) return undefined;
		const within = this.#events.at(event) === n ? offset : HEAD;
		if (event > this.#event || (event === this.#event && within >= this.#offset)) return undefined;
		const kept = this.#kept();
		const line = event < kept.event ? kept.line : this.#view.place(event, within);
		return Math.min(line, Math.max(0, this.lines - 1));
	}

	#kept(): Kept {
		return keptFrom(this.#cursor, this.#checkpoints, [EVENT, LINE], this.lines);
	}

	/** Lays out the next event, or its rest; false where the time ends within it. */
	#layEvent(until: number): boolean {
		if (this.#event < this.#cursor.firstKept) {
			this.#event++;
			this.#offset = HEAD;
			return true;
		}
		this.#cursor.to(this.#event);
		if (this.#chunks.includes(this.#cursor)) {
			if (this.#offset === HEAD) {
				this.#checkpoint();
				this.lines++;
				this.#offset = 0;
			}
			if (this.#cursor.isData && !this.#layBody(until)) return false;
		}
		this.#event++;
		this.#eventsSince++;
		this.#offset = HEAD;
		return true;
	}

	#layBody(until: number): boolean {
		const { length } = this.#cursor.facts;
		if (this.#chunks.hexWidth !== undefined) {
			this.lines += this.#chunks.count(this.#cursor, 0);
			this.bytes += length;
			return true;
		}
		for (const end of this.#chunks.ends(this.#cursor, this.#offset)) {
			this.lines++;
			this.bytes += end - this.#offset;
			this.#offset = end;
			if (end < length && this.#checkpoint() && performance.now() >= until) return false;
		}
		return true;
	}

	/** Adds a checkpoint if one is due; returns whether it was. */
	#checkpoint(): boolean {
		const since = this.lines - this.#checkpoints.get(this.#checkpoints.count - 1, LINE);
		if (since < LINES_APART && this.#eventsSince < EVENTS_APART) return false;
		this.#checkpoints.push(this.#event, this.#offset, this.lines);
		this.#eventsSince = 0;
		return true;
	}
}
