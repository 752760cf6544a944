import { NO_BYTES } from './framer.ts';

/** What has come of a message that is not whole yet. Copies, so that a trickle of small chunks does not hold each of them. */
export class Pending {
	readonly #limit: number;
	#bytes: Uint8Array = NO_BYTES;
	length = 0;

	/** `limit`: bytes that it will ever have to hold. */
	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Whoever keeps more than the limit gets a RangeError. */
	keep(part: Uint8Array): void {
		const needed = this.length + part.length;
		if (needed > this.#bytes.length) {
			const larger = new Uint8Array(Math.min(this.#limit, Math.max(needed, this.#bytes.length * 2, 256)));
			larger.set(this.#bytes.subarray(0, this.length));
			this.#bytes = larger;
		}
		this.#bytes.set(part, this.length);
		this.length = needed;
	}

	/** All that was kept, to look at until the next call. */
	peek(): Uint8Array {
		return this.#bytes.subarray(0, this.length);
	}

	/** All that was kept, and `last` behind it; nothing is kept afterwards. It is `last` itself where nothing was. */
	take(last: Uint8Array = NO_BYTES): Uint8Array {
		if (this.length === 0) return last;
		this.keep(last);
		const whole = this.peek();
		this.#bytes = NO_BYTES;
		this.length = 0;
		return whole;
	}
}
