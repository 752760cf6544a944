import type { CaptureCounters } from '../read/reading.ts';
import { COUNTER, type SharedViews } from '../ring/layout.ts';
import type { Recorder } from './recorder.ts';

type Recorded = Pick<Recorder, 'received' | 'dropped' | 'bytesIn' | 'bytesOut'>;
type Written = Pick<CaptureCounters, 'stored' | 'size' | 'first' | 'gone'> & { readonly lost: number };

const NOTHING: Recorded = { received: 0, dropped: 0, bytesIn: 0, bytesOut: 0 };

/**
 * Counters of the latest capture of one writer. The recorder switches to another capture at once and the writer later,
 * when it reaches that point: in between they describe the ending one.
 */
export class LiveCounters {
	readonly #recorder: Recorded;
	readonly #counters: BigInt64Array;
	/** The recorder's counts when the capture started, and when the next one did that the writer has not reached. */
	#base = NOTHING;
	#next: Recorded | undefined;
	#epoch = 0;
	#written: Written = { stored: 0, size: 0, first: 0, gone: 0, lost: 0 };

	constructor(recorder: Recorded, { counters }: SharedViews) {
		this.#recorder = recorder;
		this.#counters = counters;
	}

	read(): CaptureCounters {
		const { received, dropped, bytesIn, bytesOut } = this.#next ?? this.#recorder;
		const base = this.#base;
		const { stored, size, first, gone, lost } = this.#look(received - base.received - (dropped - base.dropped));
		return {
			received: received - base.received,
			stored,
			dropped: dropped - base.dropped + lost,
			size,
			first,
			gone,
			bytesIn: bytesIn - base.bytesIn,
			bytesOut: bytesOut - base.bytesOut,
		};
	}

	/** Later records belong to another capture. */
	leave(): void {
		const { received, dropped, bytesIn, bytesOut } = this.#recorder;
		this.#next = { received, dropped, bytesIn, bytesOut };
	}

	/** The writer has reached it. */
	arrive(): void {
		this.#base = this.#next ?? this.#base;
		this.#next = undefined;
		this.#epoch = this.#count(COUNTER.epoch);
	}

	/** The writer could not start another capture. */
	stay(): void {
		this.#next = undefined;
	}

	/** `kept`: events that the recorder has passed on, all of which are written once the writer is at the next capture. */
	#look(kept: number): Written {
		const written = {
			stored: this.#count(COUNTER.stored),
			size: this.#count(COUNTER.size),
			first: this.#count(COUNTER.first),
			gone: this.#count(COUNTER.gone),
			lost: this.#count(COUNTER.lost),
		};
		// The writer publishes the epoch first: with the old one these are figures of the old capture.
		if (this.#count(COUNTER.epoch) === this.#epoch) this.#written = written;
		else this.#written = { ...this.#written, stored: kept - this.#written.lost };
		return this.#written;
	}

	#count(counter: number): number {
		return Number(Atomics.load(this.#counters, counter));
	}
}
