import { ByteSearch } from '../payload/byte-search.ts';
import { type Framer, type Message, NO_BYTES } from './framer.ts';
import { Pending } from './pending.ts';

const CR = 0x0d;

/**
 * Messages that end at a byte string. A message of which `limit` bytes have come without an end (its terminator
 * counted) is delivered as it is, with an empty `eol` and a fault; the next byte starts another.
 */
export class DelimiterFramer implements Framer {
	readonly #search: ByteSearch;
	readonly #limit: number;
	/** A CR before the delimiter belongs to the terminator. */
	readonly #takeCr: boolean;
	readonly #pending: Pending;

	constructor(delimiter: Uint8Array, limit: number, takeCr: boolean) {
		this.#search = new ByteSearch(delimiter);
		this.#limit = limit;
		this.#takeCr = takeCr;
		this.#pending = new Pending(limit);
	}

	push(chunk: Uint8Array): Message[] {
		const messages: Message[] = [];
		let at = 0;
		while (at < chunk.length) {
			const stop = Math.min(chunk.length, at + this.#limit - this.#pending.length);
			const end = this.#search.find(chunk, at, stop);
			const whole = end >= 0;
			const to = whole ? end : stop;
			if (!whole && this.#pending.length + to - at < this.#limit) {
				this.#pending.keep(chunk.subarray(at, to));
				break;
			}
			const message = this.#pending.take(chunk.subarray(at, to));
			messages.push(whole ? this.#cut(message) : { ...this.#uncut(message), fault: this.#endless() });
			at = to;
		}
		return messages;
	}

	flush(): Message[] {
		return this.#pending.length === 0 ? [] : [this.#uncut(this.#pending.take())];
	}

	#cut(message: Uint8Array): Message {
		this.#search.matched = 0;
		let cut = message.length - this.#search.length;
		if (this.#takeCr && message[cut - 1] === CR) cut--;
		return { data: message.subarray(0, cut), eol: message.subarray(cut) };
	}

	#uncut(message: Uint8Array): Message {
		this.#search.matched = 0;
		return { data: message, eol: NO_BYTES };
	}

	#endless(): string {
		return `No end of the message within ${this.#limit} bytes: what has come is taken as one.`;
	}
}
