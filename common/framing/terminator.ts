import { ByteSearch } from '../payload/byte-search.ts';

/** The terminator of a stream's messages. A search continues across chunks. */
export interface Terminator {
	/** The offset in `chunk` after the first terminator that ends in [from, to), or -1. */
	find(chunk: Uint8Array, from: number, to: number): number;
	/** Bytes of the terminator at the end of a message found by `find`. */
	lengthIn(message: Uint8Array): number;
	/** Forgets the bytes seen so far: they are not part of a terminator. */
	reset(): void;
	/** What the bytes seen so far have of a terminator, as an integer below 2^32. Setting it goes on after them. */
	state: number;
}

/** A byte string, exactly. */
export class ExactTerminator implements Terminator {
	readonly #search: ByteSearch;

	constructor(bytes: Uint8Array) {
		this.#search = new ByteSearch(bytes);
	}

	find(chunk: Uint8Array, from: number, to: number): number {
		return this.#search.find(chunk, from, to);
	}

	lengthIn(): number {
		return this.#search.length;
	}

	reset(): void {
		this.#search.matched = 0;
	}

	get state(): number {
		return this.#search.matched;
	}

	set state(matched: number) {
		this.#search.matched = matched;
	}
}

const CR = 0x0d;
const LF = 0x0a;

/** The bytes with LF in place of each CR LF. */
function withoutCr(bytes: Uint8Array): Uint8Array {
	return bytes.filter((byte, i) => byte !== CR || bytes[i + 1] !== LF);
}

/**
 * A byte string in which each line end, LF or CR LF, matches either, also a mixture (RFC 9112, 2.2). It must not end
 * with CR.
 */
export class EitherEndTerminator implements Terminator {
	/** With LF for each line end; searched in the stream without the CRs before LFs. */
	readonly #bytes: Uint8Array;
	readonly #search: ByteSearch;
	/** The last byte was a CR, which counts only if no LF follows. */
	#held = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = withoutCr(bytes);
		this.#search = new ByteSearch(this.#bytes);
	}

	find(chunk: Uint8Array, from: number, to: number): number {
		const first = this.#bytes[0] ?? LF;
		let at = from;
		while (at < to) {
			if (this.#search.matched === 0 && !this.#held) {
				at = chunk.indexOf(first, at);
				if (at < 0 || at >= to) return -1;
			}
			const byte = chunk[at++] ?? 0;
			if (this.#held && byte !== LF) this.#search.push(CR);
			this.#held = byte === CR;
			if (!this.#held && this.#search.push(byte)) return at;
		}
		return -1;
	}

	lengthIn(message: Uint8Array): number {
		let at = message.length;
		for (let i = this.#bytes.length - 1; i >= 0; i--) {
			at--;
			if (this.#bytes[i] === LF && message[at - 1] === CR) at--;
		}
		return message.length - at;
	}

	reset(): void {
		this.#search.matched = 0;
		this.#held = false;
	}

	get state(): number {
		return this.#search.matched * 2 + Number(this.#held);
	}

	set state(state: number) {
		this.#search.matched = state >>> 1;
		this.#held = state % 2 === 1;
	}
}
