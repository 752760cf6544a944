/** Maximum number of blocks: 64 KiB. */
const BLOCKS = 4096;

/**
 * The earliest and the latest time of each block of adjacent events, so that a search for a time reads only the blocks
 * that may contain it, with times in any order. The block size doubles when there would be too many.
 */
export class Spans {
	#size = 1024;
	readonly #earliest = new Float64Array(BLOCKS).fill(Number.POSITIVE_INFINITY);
	readonly #latest = new Float64Array(BLOCKS).fill(Number.NEGATIVE_INFINITY);

	/** Adds the time of event `n`. */
	add(n: number, time: number): void {
		while (n >= this.#size * BLOCKS) this.#double();
		const block = Math.floor(n / this.#size);
		if (time < (this.#earliest[block] ?? 0)) this.#earliest[block] = time;
		if (time > (this.#latest[block] ?? 0)) this.#latest[block] = time;
	}

	/** The first position at or after `n`, and below `end`, that may have a time in [from, to), else `end`. */
	next(n: number, end: number, from: number, to: number): number {
		for (let at = n; at < end; ) {
			const block = Math.floor(at / this.#size);
			if ((this.#earliest[block] ?? 0) < to && (this.#latest[block] ?? 0) >= from) return at;
			at = (block + 1) * this.#size;
		}
		return end;
	}

	/** The end of the block that contains event `n`. */
	blockEnd(n: number): number {
		return (Math.floor(n / this.#size) + 1) * this.#size;
	}

	#double(): void {
		for (let block = 0; block < BLOCKS; block++) {
			const [one, two] = [2 * block, 2 * block + 1];
			const free = two >= BLOCKS;
			this.#earliest[block] = free
				? Number.POSITIVE_INFINITY
				: Math.min(this.#earliest[one] ?? 0, this.#earliest[two] ?? 0);
			this.#latest[block] = free ? Number.NEGATIVE_INFINITY : Math.max(this.#latest[one] ?? 0, this.#latest[two] ?? 0);
		}
		this.#size *= 2;
	}
}
