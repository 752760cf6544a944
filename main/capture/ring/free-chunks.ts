import type { Chunks } from './layout.ts';

/** The recorder's list of chunks that nobody uses. The one that was freed last is used first: it is in the caches. */
export class FreeChunks {
	readonly #chunks: Chunks;
	readonly #free: number[];
	/** Number of the oldest chunk, of its position, that is not free. */
	#oldest = 0;

	constructor(chunks: Chunks) {
		this.#chunks = chunks;
		this.#free = Array.from({ length: chunks.count }, (_, n) => chunks.count - 1 - n);
	}

	/** Gives the chunk that begins at `head` a place. Everything before `tail` has been read; at least one chunk is free. */
	enter(head: number, tail: number): void {
		const { count, shift, table } = this.#chunks;
		if (count === 1) return;
		const left = tail >>> shift;
		const all = 2 ** (32 - shift);
		for (; this.#oldest !== left; this.#oldest = (this.#oldest + 1) % all) {
			this.#free.push(table[this.#oldest & (count - 1)] ?? 0);
		}
		const chunk = this.#free.pop();
		if (chunk === undefined) throw new Error('A record was given more room than there is.');
		table[(head >>> shift) & (count - 1)] = chunk;
	}
}
