/** Milliseconds of a pause of this process that are compensated: the bytes due meanwhile are sent at once. */
const MADE_UP_MS = 250;

/**
 * Computes when each piece has passed a slow line, in milliseconds of `performance.now`. Late timers do not slow the
 * line: while pieces wait, the next one counts from the due time of the previous one.
 */
export class LineClock {
	/** When the last piece has passed. */
	#free = 0;
	/** Another piece was waiting. */
	#busy = false;

	/** When a piece of this duration has passed, if it is next. */
	through(now: number, takesMs: number): number {
		return Math.max(this.#free, this.#busy ? now - MADE_UP_MS : now) + takesMs;
	}

	/** That piece has been sent, and the line is idle until `free`. `busy`: another waits. */
	passed(free: number, busy: boolean): void {
		this.#free = free;
		this.#busy = busy;
	}

	/** Resets to idle. */
	reset(): void {
		this.passed(0, false);
	}
}
