import { fold, sumManyWords } from '../packet/checksum.ts';
import { SUM_STEP, summingMemory } from '../packet/sum-module.ts';

/** Unwritten bytes: blocks of a segment, or rows of an index. Always a multiple of four. */
export class Batch {
	readonly bytes: Buffer;
	readonly words: Uint32Array;
	/** Words in use. */
	word = 0;
	readonly #sum: ((from: number, end: number) => number) | undefined;

	constructor(capacity: number) {
		const { buffer, sum } = summingMemory(capacity);
		this.bytes = Buffer.from(buffer, 0, capacity);
		this.words = new Uint32Array(buffer, 0, capacity >>> 2);
		this.#sum = sum;
	}

	get length(): number {
		return this.word * 4;
	}

	get room(): number {
		return this.bytes.length - this.length;
	}

	/** Appends bytes whose number is a multiple of four and at most `room`. */
	append(bytes: Uint8Array): void {
		this.bytes.set(bytes, this.length);
		this.word += bytes.length >>> 2;
	}

	/** Removes the first bytes: a multiple of four. */
	drop(bytes: number): void {
		this.bytes.copyWithin(0, bytes, this.length);
		this.word -= bytes >>> 2;
	}

	/** The folded checksum sum of `count` words from word `from` (`sumManyWords`). */
	sum(from: number, count: number): number {
		const quick = this.#sum === undefined ? 0 : count - (count % (SUM_STEP / 4));
		const rest = sumManyWords(this.words, from + quick, count - quick);
		if (this.#sum === undefined || quick === 0) return rest;
		return fold(this.#sum(from * 4, (from + quick) * 4) + rest);
	}

	clear(): void {
		this.word = 0;
	}
}
