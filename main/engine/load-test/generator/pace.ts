/** Window of the rate, and interval of its samples, in milliseconds. */
const SPAN_MS = 1000;
const STEP_MS = 100;

/** The recent rate per second. */
export class Pace {
	readonly #looks: { readonly at: number; readonly count: number }[] = [];

	/** Adds a sample of the total count, in milliseconds; call at any time. */
	look(at: number, count: number): void {
		const last = this.#looks.at(-1);
		if (last !== undefined && at - last.at < STEP_MS) return;
		this.#looks.push({ at, count });
		// The oldest sample kept is a little older than the window.
		while ((this.#looks[1]?.at ?? at) <= at - SPAN_MS) this.#looks.shift();
	}

	rate(at: number, count: number): number {
		const [first] = this.#looks;
		return first === undefined || at <= first.at ? 0 : ((count - first.count) * 1000) / (at - first.at);
	}
}
