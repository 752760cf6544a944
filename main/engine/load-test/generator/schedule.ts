/** When messages are due: counted from the start, so that a late one does not delay all later ones. */
export class Schedule {
	readonly #rate: number;
	readonly #start: number;

	/** `rate`: messages per second, 0: as fast as possible. Times in milliseconds. */
	constructor(rate: number, start: number) {
		this.#rate = rate;
		this.#start = start;
	}

	/** Number of due messages, of which `done` are sent. The first one is due at the start. */
	due(now: number, done: number): number {
		if (this.#rate === 0) return Number.POSITIVE_INFINITY;
		return Math.max(0, Math.floor(((now - this.#start) * this.#rate) / 1000) + 1 - done);
	}

	/** Time until the next one is due. */
	delay(now: number, done: number): number {
		return this.#rate === 0 ? 0 : Math.max(0, this.#dueAt(done) - now);
	}

	/** How long the next one has been due. */
	behind(now: number, done: number): number {
		return this.#rate === 0 ? 0 : Math.max(0, now - this.#dueAt(done));
	}

	#dueAt(number: number): number {
		return this.#start + (number * 1000) / this.#rate;
	}
}
