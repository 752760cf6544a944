/**
 * Finds a byte string in a stream, in time linear in both (Knuth, Morris and Pratt, 1977). Its state is the number of
 * matched pattern bytes, so a search continues in the next chunk without looking back.
 */
export class ByteSearch {
	readonly length: number;
	readonly #pattern: Uint8Array;
	/** Length of the longest proper prefix of the pattern that ends its first `i + 1` bytes. */
	readonly #border: Int32Array;

	/** `pattern` has at least one byte and must not change afterwards. */
	constructor(pattern: Uint8Array) {
		this.length = pattern.length;
		this.#pattern = pattern;
		this.#border = new Int32Array(pattern.length);
		for (let i = 1, matched = 0; i < pattern.length; i++) {
			while (matched > 0 && pattern[i] !== pattern[matched]) matched = this.#border[matched - 1] ?? 0;
			if (pattern[i] === pattern[matched]) matched++;
			this.#border[i] = matched;
		}
	}

	/** Matched bytes of the pattern when the last `find` ended without a hit. */
	matched = 0;

	/** Matched bytes of the pattern when `byte` follows `matched` bytes of it. */
	#after(matched: number, byte: number): number {
		let length = matched;
		while (length > 0 && byte !== this.#pattern[length]) length = this.#border[length - 1] ?? 0;
		return byte === this.#pattern[length] ? length + 1 : length;
	}

	/** Advances by one byte; returns true and resets `matched` when the pattern is complete. */
	push(byte: number): boolean {
		const matched = this.#after(this.matched, byte);
		const ended = matched === this.length;
		this.matched = ended ? 0 : matched;
		return ended;
	}

	/**
	 * Searches `bytes` from `from` to `to` (default: their end), continuing from `matched`. Returns the offset after the
	 * pattern and resets `matched`; or -1, and `matched` is the length of the partial match at the end.
	 */
	find(bytes: Uint8Array, from: number, to = bytes.length): number {
		const first = this.#pattern[0] ?? 0;
		let matched = this.matched;
		let at = from;
		while (at < to) {
			if (matched === 0) {
				at = bytes.indexOf(first, at);
				if (at < 0 || at >= to) break;
			}
			matched = this.#after(matched, bytes[at++] ?? 0);
			if (matched === this.length) {
				this.matched = 0;
				return at;
			}
		}
		this.matched = matched;
		return -1;
	}
}
