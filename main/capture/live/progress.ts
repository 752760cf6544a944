/** About thirty times a second. */
const TICK_MS = 33;

/** Tells listeners that counters move, at most every TICK_MS, and runs a timer only while something is on its way. */
export class Progress {
	readonly #listeners = new Set<() => void>();
	readonly #state: () => string;
	readonly #settled: () => boolean;
	#timer: NodeJS.Timeout | undefined;
	#told = '';

	/** `state` names where the counters stand; `settled` says that nothing is on its way. */
	constructor(state: () => string, settled: () => boolean) {
		this.#state = state;
		this.#settled = settled;
	}

	onProgress(listener: () => void): () => void {
		this.#listeners.add(listener);
		if (!this.#settled()) this.touch();
		return () => this.#listeners.delete(listener);
	}

	/** Something has happened. Cheap when the timer runs already. */
	touch(): void {
		if (this.#timer !== undefined || this.#listeners.size === 0) return;
		this.#timer = setTimeout(() => this.#tick(), TICK_MS);
	}

	/** Stops the timer and tells the listeners where it ended. */
	finish(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.tell();
		this.#listeners.clear();
	}

	/** Tells the listeners now, if the state is another than it was. */
	tell(): void {
		const state = this.#state();
		if (state === this.#told) return;
		this.#told = state;
		for (const listener of [...this.#listeners]) listener();
	}

	#tick(): void {
		const settled = this.#settled();
		this.#timer = undefined;
		this.tell();
		if (!settled) this.touch();
	}
}
