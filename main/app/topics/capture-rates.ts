import type { CaptureCounters } from '../../capture/types.ts';

const WINDOW_MS = 1000;

type Counted = Pick<CaptureCounters, 'received' | 'bytesIn' | 'bytesOut'>;

/** Per second, over the last second. */
export interface CaptureRates {
	readonly eventRate: number;
	readonly rateIn: number;
	readonly rateOut: number;
}

/** Rates of growing counters, from readings at arbitrary times. Times are monotonic milliseconds. */
export class RateWindow {
	/** Oldest first; the first is the last one from before the window, once there is one. */
	readonly #readings: { readonly at: number; readonly counters: Counted }[] = [];

	/** Adds a reading and returns the rates at its time. */
	read(at: number, counters: Counted): CaptureRates {
		this.#readings.push({ at, counters });
		while ((this.#readings[1]?.at ?? Number.POSITIVE_INFINITY) <= at - WINDOW_MS) this.#readings.shift();
		const base = this.#readings[0]?.counters ?? counters;
		return {
			eventRate: counters.received - base.received,
			rateIn: counters.bytesIn - base.bytesIn,
			rateOut: counters.bytesOut - base.bytesOut,
		};
	}
}
