import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { StatisticFigures } from '../../../../common/contract/calls/figures/statistics.ts';
import type { StatisticColumn } from '../../../../common/statistics/columns.ts';
import type { Answers } from './answers.ts';

/** The cells of a row, in this order. */
const EVENTS = 0;
const MESSAGES = 1;
const BYTES_IN = 2;
const BYTES_OUT = 3;
const ERRORS = 4;
/** Times, ns since the first event of the capture. */
const FIRST = 5;
const LAST = 6;
/** The second of the latest event, and what it has had so far. */
const SECOND = 7;
const SECOND_BYTES = 8;
const SECOND_EVENTS = 9;
const PEAK_BYTES = 10;
const PEAK_EVENTS = 11;
const CELLS = 12;

const NS = 1e9;
const DATA = EVENT_KINDS.indexOf('data');
const RESET = EVENT_KINDS.indexOf('reset');
const ERROR = EVENT_KINDS.indexOf('error');
const IN = DIRECTIONS.indexOf('in');
const OUT = DIRECTIONS.indexOf('out');

/** An event as it is counted. `kind` and `direction` are indexes into EVENT_KINDS and DIRECTIONS. */
export interface Counted {
	/** ns since the first event of the capture, not negative. */
	readonly time: number;
	readonly kind: number;
	readonly direction: number;
	readonly length: number;
}

/** Figures of numbered groups: 96 bytes for each, and their answers. */
export class StatisticTable {
	#cells = new Float64Array(16 * CELLS);
	readonly answers: Answers;
	count = 0;

	constructor(answers: Answers) {
		this.answers = answers;
	}

	/** The number of a new group. */
	add(): number {
		if ((this.count + 1) * CELLS > this.#cells.length) {
			const grown = new Float64Array(this.#cells.length * 2);
			grown.set(this.#cells);
			this.#cells = grown;
		}
		const at = this.count * CELLS;
		this.#cells[at + FIRST] = Number.POSITIVE_INFINITY;
		this.#cells[at + LAST] = Number.NEGATIVE_INFINITY;
		this.#cells[at + SECOND] = -1;
		this.answers.add();
		return this.count++;
	}

	/** Counts an event. `took`: where it is an answer, the time in ns. */
	event(group: number, { time, kind, direction, length }: Counted, took?: number): void {
		if (took !== undefined) this.answers.count(group, took);
		const cells = this.#cells;
		const at = group * CELLS;
		this.#more(at + EVENTS, 1);
		if (kind === DATA) this.#more(at + MESSAGES, 1);
		else if (kind === ERROR || kind === RESET) this.#more(at + ERRORS, 1);
		if (direction === IN) this.#more(at + BYTES_IN, length);
		else if (direction === OUT) this.#more(at + BYTES_OUT, length);
		// Where the clock was set back, an event may be earlier than the first.
		if (time < this.#cell(at + FIRST)) cells[at + FIRST] = time;
		if (time > this.#cell(at + LAST)) cells[at + LAST] = time;
		const second = Math.floor(time / NS);
		if (cells[at + SECOND] !== second) {
			cells[at + SECOND] = second;
			cells[at + SECOND_BYTES] = 0;
			cells[at + SECOND_EVENTS] = 0;
		}
		this.#more(at + SECOND_BYTES, length);
		this.#more(at + SECOND_EVENTS, 1);
		if (this.#cell(at + SECOND_BYTES) > this.#cell(at + PEAK_BYTES)) this.#set(at, PEAK_BYTES, SECOND_BYTES);
		if (this.#cell(at + SECOND_EVENTS) > this.#cell(at + PEAK_EVENTS)) this.#set(at, PEAK_EVENTS, SECOND_EVENTS);
	}

	/** Adds counts of events that were counted elsewhere, without their times. */
	addCounts(group: number, direction: number, events: number, bytes: number): void {
		const at = group * CELLS;
		this.#more(at + EVENTS, events);
		this.#more(at + MESSAGES, events);
		this.#more(at + (direction === IN ? BYTES_IN : BYTES_OUT), bytes);
	}

	/** Events so far. */
	events(group: number): number {
		return this.#cell(group * CELLS + EVENTS);
	}

	figures(group: number): StatisticFigures {
		const at = group * CELLS;
		const first = this.#cell(at + FIRST);
		const byteRate = this.value(group, 'byteRate');
		const eventRate = this.value(group, 'eventRate');
		const answers = this.answers.read(group);
		return {
			events: this.#cell(at + EVENTS),
			messages: this.#cell(at + MESSAGES),
			bytesIn: this.#cell(at + BYTES_IN),
			bytesOut: this.#cell(at + BYTES_OUT),
			errors: this.#cell(at + ERRORS),
			...(Number.isFinite(first) ? { first } : {}),
			duration: this.#duration(at),
			...(byteRate === undefined ? {} : { byteRate }),
			...(eventRate === undefined ? {} : { eventRate }),
			peakBytes: this.#cell(at + PEAK_BYTES),
			peakEvents: this.#cell(at + PEAK_EVENTS),
			...(answers === undefined ? {} : { answers }),
		};
	}

	/** The value of a column to sort by; undefined where the group has none. */
	value(group: number, column: Exclude<StatisticColumn, 'name'>): number | undefined {
		const at = group * CELLS;
		switch (column) {
			case 'events':
				return this.#cell(at + EVENTS);
			case 'messages':
				return this.#cell(at + MESSAGES);
			case 'bytesIn':
				return this.#cell(at + BYTES_IN);
			case 'bytesOut':
				return this.#cell(at + BYTES_OUT);
			case 'bytes':
				return this.#cell(at + BYTES_IN) + this.#cell(at + BYTES_OUT);
			case 'errors':
				return this.#cell(at + ERRORS);
			case 'byteRate':
				return this.#perSecond(at, this.#cell(at + BYTES_IN) + this.#cell(at + BYTES_OUT));
			case 'eventRate':
				return this.#perSecond(at, this.#cell(at + EVENTS));
			case 'peakBytes':
				return this.#cell(at + PEAK_BYTES);
			case 'peakEvents':
				return this.#cell(at + PEAK_EVENTS);
			case 'first':
				return this.#cell(at + FIRST);
			case 'duration':
				return this.#duration(at);
			default:
				return this.answers.value(group, column);
		}
	}

	#duration(at: number): number {
		return Math.max(0, this.#cell(at + LAST) - this.#cell(at + FIRST));
	}

	#perSecond(at: number, sum: number): number | undefined {
		const duration = this.#duration(at);
		return duration === 0 ? undefined : (sum / duration) * NS;
	}

	#cell(at: number): number {
		return this.#cells[at] ?? 0;
	}

	#more(at: number, by: number): void {
		this.#cells[at] = (this.#cells[at] ?? 0) + by;
	}

	#set(at: number, cell: number, from: number): void {
		this.#cells[at + cell] = this.#cell(at + from);
	}
}
