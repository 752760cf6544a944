import type { StreamLine, StreamMessage } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { MESSAGE_ENDS } from '../../../../common/conversation/index.ts';
import { AT } from './boundary-columns.ts';
import { BoundaryWalk, type WalkSink, type WalkStart } from './boundary-walk.ts';
import type { Columns } from './columns.ts';
import type { EventCursor } from './cursor.ts';
import { eventLine } from './event-line.ts';
import type { BoundariesLayout, LayoutWindow } from './layout.ts';

/** Reads lines of boundaries, from the checkpoint before them on. */
export class BoundaryView {
	readonly #cursor: EventCursor;
	readonly #layout: BoundariesLayout;
	readonly #framing: Framing;
	readonly #checkpoints: Columns;
	readonly #faults: ReadonlyMap<number, string>;

	constructor(
		cursor: EventCursor,
		layout: BoundariesLayout,
		framing: Framing,
		checkpoints: Columns,
		faults: ReadonlyMap<number, string>,
	) {
		this.#cursor = cursor;
		this.#layout = layout;
		this.#framing = framing;
		this.#checkpoints = checkpoints;
		this.#faults = faults;
	}

	/** Lines from `from` up to, but without, `to`, all of which the walk `laid` has laid out. */
	window(from: number, to: number, laid: BoundaryWalk): LayoutWindow {
		const lines: StreamLine[] = [];
		const messages = new Map<number, StreamMessage>();
		const walk = this.#walk(this.#checkpoints.lastAtMost(AT.line, from), {
			line: (begin, end) => {
				if (walk.line < from || walk.line >= to) return;
				lines.push(begin === undefined ? this.#event() : this.#slice(walk, begin, end ?? begin));
				if (begin !== undefined) messages.set(walk.number, waiting(walk.number, walk.start, laid.at));
			},
			message: (message) => {
				if (messages.has(message.number)) messages.set(message.number, message);
			},
		});
		while (walk.line < to && walk.advance());
		// The last message may end after the window: a checkpoint within it has its end, and one after it is near.
		const last = messages.get(walk.number);
		if (last !== undefined && last.end === 'waiting') {
			const row = this.#checkpoints.lastAtMost(AT.line, walk.line) + 1;
			const within = row < this.#checkpoints.count && this.#checkpoints.get(row, AT.number) === last.number;
			if (within) messages.set(last.number, this.#known(row, laid.at));
			else while (walk.line < laid.line && walk.number === last.number && walk.advance());
		}
		return { lines, messages: [...messages.values()] };
	}

	/** The line of a byte of the connection's event, or of the event itself; for a hidden one, that of the next. */
	place(event: number, offset: number): number {
		let row = this.#checkpoints.lastAtMost(AT.event, event);
		while (
			row > 0 &&
			this.#checkpoints.get(row, AT.event) === event &&
			this.#checkpoints.get(row, AT.offset) > offset
		) {
			row--;
		}
		let found: number | undefined;
		const walk = this.#walk(row, {
			message: () => undefined,
			line: (begin, end) => {
				const here = walk.event > event || (walk.event === event && (begin === undefined || offset < (end ?? 0)));
				if (here) found ??= walk.line;
			},
		});
		while (found === undefined && walk.event <= event && walk.advance());
		return found ?? walk.line;
	}

	#walk(row: number, sink: WalkSink): BoundaryWalk {
		const get = (column: number) => this.#checkpoints.get(row, column);
		const from: WalkStart = {
			event: get(AT.event),
			offset: get(AT.offset),
			at: get(AT.at),
			line: get(AT.line),
			number: get(AT.number),
			start: get(AT.start),
			lost: get(AT.lost) !== 0,
			known: this.#known(row, 0),
		};
		return new BoundaryWalk(this.#cursor, this.#layout, this.#framing, from, sink);
	}

	/** The message of a checkpoint; `upTo`: how far the stream is laid out. */
	#known(row: number, upTo: number): StreamMessage {
		const [number, at] = [this.#checkpoints.get(row, AT.number), this.#checkpoints.get(row, AT.start)];
		const end = MESSAGE_ENDS[this.#checkpoints.get(row, AT.end)] ?? 'waiting';
		if (end === 'waiting') return waiting(number, at, upTo);
		const get = (column: number) => this.#checkpoints.get(row, column);
		const fault = this.#faults.get(number);
		const message = { number, at, length: get(AT.length), head: get(AT.head), terminator: get(AT.terminator), end };
		return fault === undefined ? message : { ...message, fault };
	}

	#event(): StreamLine {
		return eventLine(this.#cursor, undefined);
	}

	#slice(walk: BoundaryWalk, from: number, to: number): StreamLine {
		const { n, row } = this.#cursor;
		const { time, direction, length } = row;
		const bytes = this.#cursor.bytes(from, to - from).slice();
		const charset = this.#layout.charset ?? this.#cursor.facts.charset;
		const drawn = charset === 'utf-8' ? {} : { charset };
		return {
			type: 'slice',
			...drawn,
			n,
			time,
			direction,
			offset: from,
			at: walk.at,
			length,
			bytes,
			message: walk.number,
		};
	}
}

function waiting(number: number, at: number, upTo: number): StreamMessage {
	return { number, at, length: Math.max(0, upTo - at), head: 0, terminator: 0, end: 'waiting' };
}
