import { fold, sumManyWords } from '../packet/checksum.ts';
import { SUM_STEP, summingMemory } from '../packet/sum-module.ts';

/** Unwritten bytes: blocks of a segment, or rows of an index. Always a multiple of four. */
export class Batch {
	readonly bytes: Buffer;
	readonly words: Uint32Array;
	/** Words in use. */
	word = 0;

	/** `buffer`: where they are, a multiple of four bytes. */
	constructor(buffer: ArrayBuffer) {
		this.bytes = Buffer.from(buffer);
		this.words = new Uint32Array(buffer);
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

	clear(): void {
		this.word = 0;
	}
}

/** Unwritten blocks of a segment, whose payloads are summed for their checksums. */
export class PacketBatch extends Batch {
	readonly #sum: ((from: number, end: number) => number) | undefined;

	/** `capacity`: bytes at least. */
	constructor(capacity: number) {
		const { buffer, sum } = summingMemory(capacity);
		super(buffer);
		this.#sum = sum;
	}

	/** The folded checksum sum of `count` words from word `from` (`sumManyWords`). */
	sum(from: number, count: number): number {
		const whole = count - (count % (SUM_STEP / 4));
		if (this.#sum === undefined || whole === 0) return sumManyWords(this.words, from, count);
		const rest = sumManyWords(this.words, from + whole, count - whole);
		return fold(this.#sum(from * 4, (from + whole) * 4) + rest);
	}
}
