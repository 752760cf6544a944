/** A page that ends more often than this many times in this many milliseconds is not reloaded without a question. */
const MOST_RELOADS = 3;
const WITHIN_MS = 60_000;

/** Limits reloads: three in any minute. */
export class ReloadBudget {
	#times: number[] = [];

	/** Whether a reload at this time, in milliseconds, is within the limit; counts it if it is. */
	take(now: number): boolean {
		this.#times = this.#times.filter((time) => now - time < WITHIN_MS);
		if (this.#times.length >= MOST_RELOADS) return false;
		this.#times.push(now);
		return true;
	}
}
