import type { StreamMessage } from '../../../../common/contract/calls/stream.ts';
import type { Framing } from '../../../../common/contract/config/framing.ts';
import { MESSAGE_ENDS } from '../../../../common/conversation/index.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { AT } from './boundary-columns.ts';
import { BoundaryView } from './boundary-view.ts';
import { BoundaryWalk, type WalkStart } from './boundary-walk.ts';
import { Columns } from './columns.ts';
import { EventCursor } from './cursor.ts';
import type { ConnectionEvents } from './events.ts';
import { goneLines, type Kept, keptFrom } from './kept.ts';
import type { BoundariesLayout, Layout, LayoutWindow } from './layout.ts';

const COLUMNS = 11;
const WAITING = MESSAGE_ENDS.indexOf('waiting');
/** Interval of checkpoints, of 88 bytes each, in events or lines. */
const EVENTS_APART = 64;
const LINES_APART = 256;
/** Steps between two reads of the clock. */
const CLOCK_STEPS = 16;

const BEGIN: WalkStart = { event: 0, offset: 0, at: 0, line: 0, number: 1, start: 0, known: undefined, lost: false };

/** One side's stream, split where chunks and messages start. As in `Dialogue`, its lines grow only at the end. */
export class Boundaries implements Layout {
	readonly framing: Framing;
	readonly #events: ConnectionEvents;
	readonly #checkpoints = new Columns(COLUMNS);
	readonly #cursor: EventCursor;
	readonly #walk: BoundaryWalk;
	readonly #view: BoundaryView;
	/** The faults of messages: one per megabyte at most, and the last before a stream loses its framing or ends. */
	readonly #faults = new Map<number, string>();
	/** Event of the last checkpoint. */
	#marked = 0;
	messages = 0;

	constructor(folder: CaptureFolder, events: ConnectionEvents, layout: BoundariesLayout, framing: Framing) {
		this.framing = framing;
		this.#events = events;
		this.#mark(BEGIN);
		this.#cursor = new EventCursor(folder, events);
		this.#walk = new BoundaryWalk(this.#cursor, layout, framing, BEGIN, {
			line: () => this.#checkpoint(),
			message: (message) => this.#keep(message),
		});
		this.#view = new BoundaryView(new EventCursor(folder, events), layout, framing, this.#checkpoints, this.#faults);
	}

	get lines(): number {
		return this.#walk.line;
	}

	get bytes(): number {
		return this.#walk.at;
	}

	get done(): number {
		return this.#walk.event;
	}

	step(until: number): void {
		for (let i = 1; this.#walk.advance(); i++) if (i % CLOCK_STEPS === 0 && performance.now() >= until) return;
	}

	window(from: number, count: number): LayoutWindow {
		const to = Math.min(from + count, this.lines);
		const begin = Math.min(Math.max(from, this.#kept().line), to);
		const { lines, messages } = this.#view.window(begin, to, this.#walk);
		return { lines: [...goneLines(begin - from), ...lines], messages };
	}

	place(n: number, offset: number): number | undefined {
		const event = this.#events.before(n);
		if (event >= this.#events.count) return undefined;
		const within = this.#events.at(event) === n ? offset : 0;
		if (event > this.done || (event === this.done && within >= this.#walk.offset)) return undefined;
		const kept = this.#kept();
		const line = event < kept.event ? kept.line : this.#view.place(event, within);
		return Math.min(line, Math.max(0, this.lines - 1));
	}

	#kept(): Kept {
		return keptFrom(this.#cursor, this.#checkpoints, [AT.event, AT.line], this.lines);
	}

	#checkpoint(): void {
		const walk = this.#walk;
		const since = walk.line - this.#checkpoints.get(this.#checkpoints.count - 1, AT.line);
		if (since >= LINES_APART || (since > 0 && walk.event - this.#marked >= EVENTS_APART)) this.#mark(walk);
	}

	#mark({ event, offset, at, line, number, start, lost }: Omit<WalkStart, 'known'>): void {
		this.#checkpoints.push(event, offset, at, line, number, start, Number(lost), 0, 0, 0, WAITING);
		this.#marked = event;
	}

	/** Records in the checkpoints within a message how it ended. */
	#keep({ number, length, head, terminator, end, fault }: StreamMessage): void {
		this.messages = number;
		if (fault !== undefined) this.#faults.set(number, fault);
		for (let row = this.#checkpoints.count - 1; row >= 0; row--) {
			if (this.#checkpoints.get(row, AT.number) !== number) return;
			this.#checkpoints.set(row, AT.length, length);
			this.#checkpoints.set(row, AT.head, head);
			this.#checkpoints.set(row, AT.terminator, terminator);
			this.#checkpoints.set(row, AT.end, MESSAGE_ENDS.indexOf(end));
		}
	}
}
