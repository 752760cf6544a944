/** A counted object, and the rates that the meter derives from it. */
export interface Metered {
	bytesIn: number;
	bytesOut: number;
	events: number;
	rateIn: number;
	rateOut: number;
	eventRate: number;
	/** True while the meter watches it. */
	metered: boolean;
	/** Called when a rate has changed. */
	ratesChanged(): void;
}

interface Reading {
	bytesIn: number;
	bytesOut: number;
	events: number;
}

const PERIOD_MS = 1000;

/** Rates over the last second. One timer for all, armed only while a counter changes or a rate is not yet zero. */
export class RateMeter {
	readonly #watched = new Map<Metered, Reading>();
	#timer: NodeJS.Timeout | undefined;
	#lastTick = 0;

	/** Starts to measure, with the reading from before the current event. Call it while `metered` is false. */
	watch(metered: Metered, before: Reading): void {
		metered.metered = true;
		this.#watched.set(metered, before);
		if (this.#timer !== undefined) return;
		this.#lastTick = performance.now();
		this.#timer = setInterval(() => this.#tick(), PERIOD_MS);
		this.#timer.unref();
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		for (const metered of this.#watched.keys()) metered.metered = false;
		this.#watched.clear();
	}

	#tick(): void {
		const now = performance.now();
		const perSecond = 1000 / Math.max(now - this.#lastTick, 1);
		this.#lastTick = now;
		for (const [metered, before] of this.#watched) {
			const rateIn = Math.round((metered.bytesIn - before.bytesIn) * perSecond);
			const rateOut = Math.round((metered.bytesOut - before.bytesOut) * perSecond);
			const eventRate = Math.round((metered.events - before.events) * perSecond);
			before.bytesIn = metered.bytesIn;
			before.bytesOut = metered.bytesOut;
			before.events = metered.events;
			const changed = rateIn !== metered.rateIn || rateOut !== metered.rateOut || eventRate !== metered.eventRate;
			metered.rateIn = rateIn;
			metered.rateOut = rateOut;
			metered.eventRate = eventRate;
			if (changed) metered.ratesChanged();
			else if (eventRate === 0) this.#forget(metered);
		}
	}

	#forget(metered: Metered): void {
		metered.metered = false;
		this.#watched.delete(metered);
		if (this.#watched.size > 0) return;
		clearInterval(this.#timer);
		this.#timer = undefined;
	}
}
