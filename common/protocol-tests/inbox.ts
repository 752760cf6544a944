import { LIMITS } from '../contract/base/limits.ts';
import { concat } from '../payload/codec/concat.ts';

/** Received data that no step has consumed yet: the bytes of a stream, or datagrams one by one. */
export class Inbox {
	readonly #datagrams: boolean;
	/** For a stream at most one. */
	#parts: Uint8Array[] = [];
	#length = 0;

	constructor(datagrams: boolean) {
		this.#datagrams = datagrams;
	}

	/** Waiting bytes. */
	get length(): number {
		return this.#length;
	}

	/** Nothing waits; an empty datagram counts as waiting. */
	get empty(): boolean {
		return this.#parts.length === 0;
	}

	/** The limit is reached: a step that consumes nothing must not fill the memory. */
	get full(): boolean {
		return this.#length > LIMITS.sequenceBytes;
	}

	/** Copies the bytes, which the caller owns. Data beyond the limit is discarded. */
	push(bytes: Uint8Array): void {
		if (this.full || (bytes.length === 0 && !this.#datagrams)) return;
		this.#length += bytes.length;
		// Not `slice`, which of a Buffer is a view: the bytes are only lent.
		this.#parts.push(new Uint8Array(bytes));
	}

	/** The next datagram, or all received bytes of a stream; undefined when there is none. */
	next(): Uint8Array | undefined {
		if (!this.#datagrams && this.#parts.length > 1) this.#parts = [concat(this.#parts)];
		return this.#parts[0];
	}

	/** Consumes `count` bytes from the front of a stream, or the whole next datagram. */
	take(count: number): void {
		const [first] = this.#parts;
		if (first === undefined) return;
		const rest = this.#datagrams ? undefined : this.next()?.subarray(count);
		const gone = this.#datagrams ? first.length : count;
		this.#length -= gone;
		if (rest === undefined) this.#parts.shift();
		else this.#parts = rest.length === 0 ? [] : [rest];
	}
}
