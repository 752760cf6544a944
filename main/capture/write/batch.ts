/** Unwritten bytes: blocks of a segment, or rows of an index. Always a multiple of four. */
export class Batch {
	readonly bytes: Buffer;
	readonly words: Uint32Array;
	/** Words in use. */
	word = 0;

	constructor(capacity: number) {
		const buffer = new ArrayBuffer(capacity);
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
