/** About thirty times a second. */
const TICK_MS = 33;

/** Notifies listeners that counters have changed, at most every TICK_MS, and runs a timer only while data is in flight. */
export class Progress {
	readonly #listeners = new Set<() => void>();
	readonly #state: () => string;
	readonly #settled: () => boolean;
	#timer: NodeJS.Timeout | undefined;
	#reported = '';

	/** `state` identifies the counters' values; `settled` returns whether nothing is in flight. */
	constructor(state: () => string, settled: () => boolean) {
		this.#state = state;
		this.#settled = settled;
	}

	onProgress(listener: () => void): () => void {
		this.#listeners.add(listener);
		if (!this.#settled()) this.touch();
		return () => this.#listeners.delete(listener);
	}

	/** Something has changed. Called with every event: a closure in it would cost an object each time, even where none is made. */
	touch(): void {
		if (this.#timer !== undefined || this.#listeners.size === 0) return;
		this.#timer = setTimeout(this.#tick, TICK_MS);
	}

	/** Stops the timer and notifies the listeners of the final state. */
	finish(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.tell();
		this.#listeners.clear();
	}

	/** Notifies the listeners now, if the state has changed. */
	tell(): void {
		const state = this.#state();
		if (state === this.#reported) return;
		this.#reported = state;
		for (const listener of [...this.#listeners]) listener();
	}

	readonly #tick = (): void => {
		const settled = this.#settled();
		this.#timer = undefined;
		this.tell();
		if (!settled) this.touch();
	};
}
