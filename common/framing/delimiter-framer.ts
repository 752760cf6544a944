import { ByteSearch } from '../payload/byte-search.ts';
import { type Framer, type Message, NO_BYTES } from './framer.ts';

const CR = 0x0d;

/**
 * Messages that end at a byte string. A message of which `limit` bytes have come without an end (its terminator
 * counted) is delivered as it is, with an empty `eol`; the next byte starts another.
 */
export class DelimiterFramer implements Framer {
	readonly #search: ByteSearch;
	readonly #limit: number;
	/** A CR before the delimiter belongs to the terminator. */
	readonly #takeCr: boolean;
	/** What has come of the unfinished message, in the first `#length` bytes. */
	#pending: Uint8Array = NO_BYTES;
	#length = 0;

	constructor(delimiter: Uint8Array, limit: number, takeCr: boolean) {
		this.#search = new ByteSearch(delimiter);
		this.#limit = limit;
		this.#takeCr = takeCr;
	}

	push(chunk: Uint8Array): Message[] {
		const messages: Message[] = [];
		let at = 0;
		while (at < chunk.length) {
			const stop = Math.min(chunk.length, at + this.#limit - this.#length);
			const end = this.#search.find(chunk, at, stop);
			const whole = end >= 0;
			const to = whole ? end : stop;
			if (!whole && this.#length + to - at < this.#limit) {
				this.#keep(chunk.subarray(at, to));
				break;
			}
			messages.push(this.#deliver(chunk.subarray(at, to), whole));
			at = to;
		}
		return messages;
	}

	flush(): Message[] {
		return this.#length === 0 ? [] : [this.#deliver(NO_BYTES, false)];
	}

	/** Copies, so that a trickle of small chunks does not hold each of them. */
	#keep(part: Uint8Array): void {
		const needed = this.#length + part.length;
		if (needed > this.#pending.length) {
			const larger = new Uint8Array(Math.min(this.#limit, Math.max(needed, this.#pending.length * 2, 256)));
			larger.set(this.#pending.subarray(0, this.#length));
			this.#pending = larger;
		}
		this.#pending.set(part, this.#length);
		this.#length = needed;
	}

	/** The message that ends with `last`; the framer is at a message's start again. */
	#deliver(last: Uint8Array, whole: boolean): Message {
		let message = last;
		if (this.#length > 0) {
			this.#keep(last);
			message = this.#pending.subarray(0, this.#length);
			this.#pending = NO_BYTES;
			this.#length = 0;
		}
		this.#search.matched = 0;
		if (!whole) return { data: message, eol: NO_BYTES };
		let cut = message.length - this.#search.length;
		if (this.#takeCr && message[cut - 1] === CR) cut--;
		return { data: message.subarray(0, cut), eol: message.subarray(cut) };
	}
}
