import { LIMITS } from '../contract/base/limits.ts';

/** What has come and no step has taken yet: of a stream its bytes, or datagrams one by one. */
export class Inbox {
	readonly #datagrams: boolean;
	/** Of a stream at most one. */
	#parts: Uint8Array[] = [];
	#length = 0;

	constructor(datagrams: boolean) {
		this.#datagrams = datagrams;
	}

	/** Bytes that wait. */
	get length(): number {
		return this.#length;
	}

	/** Nothing waits: of datagrams, not even an empty one. */
	get empty(): boolean {
		return this.#parts.length === 0;
	}

	/** More waits than may: a step that takes nothing does not fill the memory. */
	get full(): boolean {
		return this.#length > LIMITS.sequenceBytes;
	}

	/** Copies: the bytes are their owner's. What comes once it is full is let go. */
	push(bytes: Uint8Array): void {
		if (this.full || (bytes.length === 0 && !this.#datagrams)) return;
		this.#length += bytes.length;
		this.#parts.push(bytes.slice());
	}

	/** The next datagram, or all of a stream that has come; undefined when there is none. */
	next(): Uint8Array | undefined {
		if (!this.#datagrams && this.#parts.length > 1) {
			const whole = new Uint8Array(this.#length);
			let at = 0;
			for (const part of this.#parts) {
				whole.set(part, at);
				at += part.length;
			}
			this.#parts = [whole];
		}
		return this.#parts[0];
	}

	/** Takes `count` bytes away from the front of a stream, or the next datagram as a whole. */
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
