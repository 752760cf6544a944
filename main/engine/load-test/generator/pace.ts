/** Milliseconds that a rate is taken over, and between two looks. */
const SPAN_MS = 1000;
const STEP_MS = 100;

/** How many a second of late. */
export class Pace {
	readonly #looks: { readonly at: number; readonly count: number }[] = [];

	/** So many by now, in milliseconds; call at any time. */
	look(at: number, count: number): void {
		const last = this.#looks.at(-1);
		if (last !== undefined && at - last.at < STEP_MS) return;
		this.#looks.push({ at, count });
		// The oldest that stays is a little older than the span.
		while ((this.#looks[1]?.at ?? at) <= at - SPAN_MS) this.#looks.shift();
	}

	rate(at: number, count: number): number {
		const [first] = this.#looks;
		return first === undefined || at <= first.at ? 0 : ((count - first.count) * 1000) / (at - first.at);
	}
}
