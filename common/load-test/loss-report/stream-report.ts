import type { ClockBase } from '../../capture/clock.ts';
import type { LedgerStream } from '../../contract/calls/loss-report.ts';
import type { NumberHeader } from '../numbering/index.ts';
import { Delays } from './delays.ts';
import { NumberWindow } from './window.ts';

const TWO_32 = 0x1_0000_0000;

/** The numbered messages of one sender. What it holds is bounded: some 20 KiB. */
export class StreamLossReport {
	readonly #connection: number;
	readonly #base: ClockBase;
	readonly #window = new NumberWindow();
	#stream: number | undefined;
	#delays: Delays | undefined;
	#bytes = 0;
	#total = 0;
	#firstAt = 0;
	#lastAt = 0;

	constructor(connection: number, base: ClockBase) {
		this.#connection = connection;
		this.#base = base;
	}

	/** Records a message with this number. `now`: milliseconds of the clock that `base` belongs to. */
	number(number: number, length: number, now: number): void {
		if (this.#window.received === 0) this.#firstAt = now;
		this.#lastAt = now;
		this.#bytes += length;
		this.#window.add(number);
	}

	header(header: NumberHeader, length: number, now: number): void {
		this.number(header.number, length, now);
		this.#stream = header.stream;
		this.#total = header.total;
		this.#delays ??= new Delays();
		// Subtract the halves separately: their difference is small, while the whole would lose its last digits.
		const high = (this.#base.high - header.high) * TWO_32;
		this.#delays.add(Math.round(high + (this.#base.low - header.low) + now * 1e6));
	}

	figures(): LedgerStream {
		const { received, duplicates, reordered, behind, furthest, late, lowest, highest, lost } = this.#window;
		const total = this.#total;
		const delay = this.#delays?.figures();
		return {
			connection: this.#connection,
			...(this.#stream === undefined ? {} : { stream: this.#stream }),
			received,
			bytes: this.#bytes,
			lost,
			duplicates,
			reordered,
			reorderedBy: { mean: reordered === 0 ? 0 : behind / reordered, max: furthest },
			late,
			lowest,
			highest,
			...(total === 0 ? {} : { total, missingBefore: lowest, missingAfter: Math.max(0, total - 1 - highest) }),
			spanMs: this.#lastAt - this.#firstAt,
			...(delay === undefined ? {} : { delay }),
		};
	}
}
