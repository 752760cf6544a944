/** How much of a pause of this process is made up for: what would have got through meanwhile goes out at once. */
const MADE_UP_MS = 250;

/**
 * When what goes over a slow line is through, piece by piece, in milliseconds of `performance.now`. A timer that is late, as all
 * are, makes the line no slower: while pieces wait, the next one counts from when the one before was due.
 */
export class LineClock {
	/** When the last piece is through. */
	#free = 0;
	/** Another was waiting behind it. */
	#busy = false;

	/** When a piece that takes so long is through, if it goes next. */
	through(now: number, takesMs: number): number {
		return Math.max(this.#free, this.#busy ? now - MADE_UP_MS : now) + takesMs;
	}

	/** The piece that was through then is out, and the line rests until `free`. `busy`: another waits. */
	passed(free: number, busy: boolean): void {
		this.#free = free;
		this.#busy = busy;
	}

	/** Begins anew, free. */
	reset(): void {
		this.passed(0, false);
	}
}
