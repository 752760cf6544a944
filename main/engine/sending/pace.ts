/** Window of the rate, in milliseconds. */
const WINDOW_MS = 1000;

/** Rate and lateness of messages. Times are those of `performance.now()`. */
export class Pace {
	readonly #start: number;
	#end: number | undefined;
	#sumMs = 0;
	#maxMs = 0;
	#sent = 0;
	/** Samples of the sent count, of the last second and one before. */
	#looks: { readonly at: number; readonly sent: number }[];

	constructor(start: number) {
		this.#start = start;
		this.#looks = [{ at: start, sent: 0 }];
	}

	/** Another message was sent, with this lateness. */
	sent(lateMs: number): void {
		this.#sent++;
		this.#sumMs += lateMs;
		if (lateMs > this.#maxMs) this.#maxMs = lateMs;
	}

	end(now: number): void {
		this.#end ??= now;
	}

	/** Milliseconds since the start, or from start to end. */
	elapsed(now: number): number {
		return (this.#end ?? now) - this.#start;
	}

	get meanLateMs(): number {
		return this.#sent === 0 ? 0 : this.#sumMs / this.#sent;
	}

	get maxLateMs(): number {
		return this.#maxMs;
	}

	/** Messages per second over about the last second; over the whole run once it has ended. */
	rate(now: number): number {
		if (this.#end !== undefined) return perSecond(this.#sent, this.#end - this.#start);
		const old = this.#looks.findLastIndex(({ at }) => now - at >= WINDOW_MS);
		this.#looks = this.#looks.slice(Math.max(0, old));
		const [first] = this.#looks;
		this.#looks.push({ at: now, sent: this.#sent });
		return first === undefined ? 0 : perSecond(this.#sent - first.sent, now - first.at);
	}
}

function perSecond(count: number, ms: number): number {
	return ms <= 0 ? 0 : (count * 1000) / ms;
}
