import { NO_BYTES } from './framer.ts';

/** The received part of an incomplete message. It copies, so that many small chunks are not kept alive. */
export class Pending {
	readonly #limit: number;
	#bytes: Uint8Array = NO_BYTES;
	length = 0;

	/** `limit`: maximum bytes it has to hold. */
	constructor(limit: number) {
		this.#limit = limit;
	}

	/** Throws RangeError beyond the limit. */
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

	/** All kept bytes, valid until the next call. */
	peek(): Uint8Array {
		return this.#bytes.subarray(0, this.length);
	}

	/** All kept bytes followed by `last`, and empties the buffer. It is `last` itself where nothing was kept. */
	take(last: Uint8Array = NO_BYTES): Uint8Array {
		if (this.length === 0) return last;
		this.keep(last);
		const whole = this.peek();
		this.#bytes = NO_BYTES;
		this.length = 0;
		return whole;
	}
}
