import { lowerBound } from '../../../common/search/lower-bound.ts';
import { CHUNK_POSITIONS, MatchChunk } from './match-chunk.ts';

/** Maximum size of the kept positions. A scan that finds more stops there and reports it. */
const MAX_BYTES = 64 << 20;

/** Growing positions of events or items: at most two bytes each, and one bit for each position where many match. */
export class Matches {
	/** From the one that contains match `gone` on; each has a match. */
	#chunks: MatchChunk[] = [];
	#bytes = 0;
	readonly #max: number;
	/** The chunk of the last read. */
	#read: MatchChunk | undefined;
	/** All that were found, also the deleted ones. */
	count = 0;
	/** Number of deleted ones: matches from this index on can be read. */
	gone = 0;

	/** @param max matches that are kept at most */
	constructor(max = Number.POSITIVE_INFINITY) {
		this.#max = max;
	}

	get full(): boolean {
		return this.#bytes >= MAX_BYTES || this.count - this.gone >= this.#max;
	}

	/** Memory of the kept ones, about. */
	get bytes(): number {
		return this.#bytes;
	}

	/** Deletes the matches before position `n`. The others keep their indexes. */
	letGo(n: number): void {
		this.gone = this.before(n);
		const chunks = lowerBound(0, this.#chunks.length, (at) => endOf(this.#chunks[at]) <= this.gone);
		for (const chunk of this.#chunks.splice(0, chunks)) this.#bytes -= chunk.bytes;
		this.#read = undefined;
	}

	/** `n` is larger than all before. Not called when full. */
	push(n: number): void {
		const number = Math.floor(n / CHUNK_POSITIONS);
		const last = this.#chunks.at(-1);
		const chunk = last?.number === number ? last : this.#add(number);
		this.#bytes += chunk.push(n % CHUNK_POSITIONS);
		this.count++;
	}

	/** Position of match `i`; `i` is from `gone` to below the count. */
	at(i: number): number {
		const read = this.#read;
		const isThere = read !== undefined && i >= read.first && i < endOf(read);
		const chunk = isThere
			? read
			: this.#chunks[lowerBound(0, this.#chunks.length, (at) => endOf(this.#chunks[at]) <= i)];
		this.#read = chunk;
		return chunk === undefined ? 0 : chunk.number * CHUNK_POSITIONS + chunk.at(i - chunk.first);
	}

	/** Number of matches before position `n`: the index of the first at or after it. */
	before(n: number): number {
		const number = Math.floor(n / CHUNK_POSITIONS);
		const chunk = this.#chunks[lowerBound(0, this.#chunks.length, (at) => (this.#chunks[at]?.number ?? 0) < number)];
		if (chunk === undefined) return this.count;
		const within = chunk.number === number ? chunk.before(n % CHUNK_POSITIONS) : 0;
		return Math.max(this.gone, chunk.first + within);
	}

	#add(number: number): MatchChunk {
		const chunk = new MatchChunk(number, this.count);
		this.#chunks.push(chunk);
		this.#bytes += chunk.bytes;
		return chunk;
	}
}

/** The index behind its last match. */
function endOf(chunk: MatchChunk | undefined): number {
	return chunk === undefined ? 0 : chunk.first + chunk.count;
}
