import { lowerBound } from '../../../common/search/lower-bound.ts';

/** Positions of a chunk. */
export const CHUNK_POSITIONS = 1 << 16;
/** More matches than this need fewer bytes as bits, one for each position, than as numbers of two bytes. */
const MOST_NUMBERS = CHUNK_POSITIONS / 16;
const FEW_NUMBERS = 16;
const BITS_BYTES = CHUNK_POSITIONS / 8;
/** Positions of a stretch of bits, at whose begin the number of matches before is known. */
const STRETCH = 512;
const STRETCH_WORDS = STRETCH / 32;
/** What a chunk needs beside its numbers or bits, about. */
const OVERHEAD_BYTES = 256;

/** Matches among 65,536 adjacent positions, in order: as numbers while they are few, then as bits. */
export class MatchChunk {
	/** Its positions begin at so many times CHUNK_POSITIONS. */
	readonly number: number;
	/** Matches before it. */
	readonly first: number;
	count = 0;
	#numbers = new Uint16Array(FEW_NUMBERS);
	/** Empty while there are numbers. */
	#bits = new Uint32Array(0);
	/** Matches before each stretch, up to that with the last match. */
	#before = new Uint16Array(0);
	#stretches = 0;

	constructor(number: number, first: number) {
		this.number = number;
		this.first = first;
	}

	get bytes(): number {
		return OVERHEAD_BYTES + this.#numbers.byteLength + this.#bits.byteLength + this.#before.byteLength;
	}

	/** Adds a position, from 0, behind all so far. Returns by how much `bytes` has grown. */
	push(position: number): number {
		const grown = this.count === this.#numbers.length ? this.#grow() : 0;
		if (this.#bits.length > 0) this.#setBit(position);
		else this.#numbers[this.count++] = position;
		return grown;
	}

	/** The position of match `i`, from 0 to below the count. */
	at(i: number): number {
		if (this.#bits.length === 0) return this.#numbers[i] ?? 0;
		const stretch = lowerBound(1, this.#stretches, (at) => (this.#before[at] ?? 0) <= i) - 1;
		let left = i - (this.#before[stretch] ?? 0);
		for (let at = stretch * STRETCH_WORDS; ; at++) {
			const word = this.#bits[at] ?? 0;
			const ones = onesIn(word);
			if (left < ones) return at * 32 + placeOf(word, left);
			left -= ones;
		}
	}

	/** Matches before a position. */
	before(position: number): number {
		if (this.#bits.length === 0) return lowerBound(0, this.count, (i) => (this.#numbers[i] ?? 0) < position);
		const stretch = Math.floor(position / STRETCH);
		if (stretch >= this.#stretches) return this.count;
		let count = this.#before[stretch] ?? 0;
		const end = position >>> 5;
		for (let at = stretch * STRETCH_WORDS; at < end; at++) count += onesIn(this.#bits[at] ?? 0);
		return count + onesIn((this.#bits[end] ?? 0) & ((1 << (position & 31)) - 1));
	}

	#grow(): number {
		const { bytes } = this;
		const numbers = this.#numbers;
		if (numbers.length < MOST_NUMBERS) {
			this.#numbers = new Uint16Array(numbers.length * 2);
			this.#numbers.set(numbers);
		} else {
			this.#bits = new Uint32Array(BITS_BYTES / 4);
			this.#before = new Uint16Array(CHUNK_POSITIONS / STRETCH);
			this.#numbers = new Uint16Array(0);
			this.count = 0;
			for (const position of numbers) this.#setBit(position);
		}
		return this.bytes - bytes;
	}

	#setBit(position: number): void {
		const stretch = position >>> 9;
		while (this.#stretches <= stretch) this.#before[this.#stretches++] = this.count;
		const at = position >>> 5;
		this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (position & 31));
		this.count++;
	}
}

function onesIn(word: number): number {
	const pairs = word - ((word >>> 1) & 0x55555555);
	const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The place of the bit that is set behind `before` others. */
function placeOf(word: number, before: number): number {
	let left = word;
	for (let i = 0; i < before; i++) left &= left - 1;
	return 31 - Math.clz32(left & -left);
}
