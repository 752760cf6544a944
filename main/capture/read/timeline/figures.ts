import { DIRECTIONS, EVENT_KINDS } from '../../../../common/capture/event.ts';
import type { TimelineFigures } from '../../../../common/contract/calls/figures/timeline.ts';

/** The figures of a bucket, in this order. */
const BYTES_IN = 0;
const BYTES_OUT = 1;
const EVENTS_IN = 2;
const EVENTS_OUT = 3;
const EVENTS_NONE = 4;
const ERRORS = 5;
const CELLS = 6;

const IN = DIRECTIONS.indexOf('in');
const OUT = DIRECTIONS.indexOf('out');
const RESET = EVENT_KINDS.indexOf('reset');
const ERROR = EVENT_KINDS.indexOf('error');

/** Sums of events in buckets of time: 48 bytes a bucket. */
export class Figures {
	readonly #cells: Float64Array;

	constructor(buckets: number) {
		this.#cells = new Float64Array(buckets * CELLS);
	}

	/** Counts an event; direction and kind are indexes into DIRECTIONS and EVENT_KINDS. */
	add(bucket: number, direction: number, kind: number, length: number): void {
		const at = bucket * CELLS;
		if (direction === IN) {
			this.#more(at + BYTES_IN, length);
			this.#more(at + EVENTS_IN, 1);
		} else if (direction === OUT) {
			this.#more(at + BYTES_OUT, length);
			this.#more(at + EVENTS_OUT, 1);
		} else this.#more(at + EVENTS_NONE, 1);
		if (kind === ERROR || kind === RESET) this.#more(at + ERRORS, 1);
	}

	/** Merges each two buckets: the upper half becomes free. */
	halve(): void {
		const cells = this.#cells;
		const half = cells.length / CELLS / 2;
		for (let bucket = 0; bucket < half; bucket++) {
			for (let cell = 0; cell < CELLS; cell++) {
				const from = 2 * bucket * CELLS + cell;
				cells[bucket * CELLS + cell] = (cells[from] ?? 0) + (cells[from + CELLS] ?? 0);
			}
		}
		cells.fill(0, half * CELLS);
	}

	/** Adds other figures with the same number of buckets. */
	addAll(other: Figures): void {
		for (let at = 0; at < this.#cells.length; at++) this.#more(at, other.#cell(at));
	}

	/** Bytes of buckets [first, end), and their events. */
	weight(first: number, end: number): { bytes: number; events: number } {
		let bytes = 0;
		let events = 0;
		for (let at = first * CELLS; at < Math.min(end * CELLS, this.#cells.length); at += CELLS) {
			bytes += this.#cell(at + BYTES_IN) + this.#cell(at + BYTES_OUT);
			events += this.#cell(at + EVENTS_IN) + this.#cell(at + EVENTS_OUT) + this.#cell(at + EVENTS_NONE);
		}
		return { bytes, events };
	}

	/** `count` sums of `per` adjacent buckets each, from bucket `first` on; zero after the last bucket. */
	read(first: number, per: number, count: number): TimelineFigures {
		const column = (cell: number): number[] =>
			Array.from({ length: count }, (_, i) => {
				let sum = 0;
				const from = first + i * per;
				const end = Math.min(from + per, this.#cells.length / CELLS);
				for (let bucket = from; bucket < end; bucket++) sum += this.#cell(bucket * CELLS + cell);
				return sum;
			});
		return {
			bytesIn: column(BYTES_IN),
			bytesOut: column(BYTES_OUT),
			eventsIn: column(EVENTS_IN),
			eventsOut: column(EVENTS_OUT),
			eventsNone: column(EVENTS_NONE),
			errors: column(ERRORS),
		};
	}

	#cell(at: number): number {
		return this.#cells[at] ?? 0;
	}

	#more(at: number, by: number): void {
		this.#cells[at] = (this.#cells[at] ?? 0) + by;
	}
}
