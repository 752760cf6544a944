/**
 * Finds a byte string in a stream, in time linear in both (Knuth, Morris and Pratt, 1977). How much of the pattern
 * the last bytes match is a number, so a search goes on in the next chunk without looking back.
 */
export class ByteSearch {
	readonly length: number;
	readonly #pattern: Uint8Array;
	/** Length of the longest proper prefix of the pattern that ends its first `i + 1` bytes. */
	readonly #border: Int32Array;

	/** `pattern` has at least one byte and is not changed afterwards. */
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

	/** How many bytes of the pattern were matched when the last `find` ended without a hit. */
	matched = 0;

	/** How much of the pattern is matched when `byte` follows `matched` bytes of it. */
	#after(matched: number, byte: number): number {
		let length = matched;
		while (length > 0 && byte !== this.#pattern[length]) length = this.#border[length - 1] ?? 0;
		return byte === this.#pattern[length] ? length + 1 : length;
	}

	/** Goes on by one byte; true, and `matched` 0, when the pattern ends with it. */
	push(byte: number): boolean {
		const matched = this.#after(this.matched, byte);
		const ended = matched === this.length;
		this.matched = ended ? 0 : matched;
		return ended;
	}

	/**
	 * Searches `bytes` from `from` to `to` (default: their end), going on from `matched`. Gives the offset behind
	 * the pattern, and sets `matched` to 0; or -1, and `matched` says how much of it the last bytes are.
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
