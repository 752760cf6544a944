import { encodeCodePoint } from './utf8.ts';

/** Collects bytes in a buffer that doubles when it is full. */
export class ByteWriter {
	#buffer: Uint8Array<ArrayBuffer>;
	#length = 0;

	constructor(expected = 64) {
		this.#buffer = new Uint8Array(Math.max(expected, 16));
	}

	byte(value: number): void {
		this.#reserve(1);
		this.#buffer[this.#length++] = value;
	}

	bytes(values: Uint8Array): void {
		this.#reserve(values.length);
		this.#buffer.set(values, this.#length);
		this.#length += values.length;
	}

	/** A Unicode scalar value as UTF-8. */
	codePoint(value: number): void {
		this.#reserve(4);
		this.#length = encodeCodePoint(value, this.#buffer, this.#length);
	}

	/** The collected bytes, without a copy; the writer must not be used afterwards. */
	finish(): Uint8Array<ArrayBuffer> {
		return this.#buffer.subarray(0, this.#length);
	}

	#reserve(more: number): void {
		const needed = this.#length + more;
		if (needed <= this.#buffer.length) return;
		const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
		larger.set(this.#buffer.subarray(0, this.#length));
		this.#buffer = larger;
	}
}
