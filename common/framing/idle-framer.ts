import { type Framer, type Message, NO_BYTES } from './framer.ts';
import { Pending } from './pending.ts';

/**
 * Messages that a silence ends: bytes that arrive less than `idleMs` after the previous ones belong together. A message
 * of `limit` bytes is delivered without waiting, with a fault.
 */
export class IdleFramer implements Framer {
	readonly idleMs: number;
	readonly #limit: number;
	readonly #pending: Pending;
	/** Arrival time of the last chunk. */
	#last = 0;

	constructor(idleMs: number, limit: number) {
		this.idleMs = idleMs;
		this.#limit = limit;
		this.#pending = new Pending(limit);
	}

	push(chunk: Uint8Array, at: number): Message[] {
		const messages = at - this.#last >= this.idleMs ? this.flush() : [];
		this.#last = at;
		let from = 0;
		while (chunk.length - from >= this.#limit - this.#pending.length) {
			const to = from + this.#limit - this.#pending.length;
			const fault = `No silence within ${this.#limit} bytes: the bytes so far become one message.`;
			messages.push({ data: this.#pending.take(chunk.subarray(from, to)), eol: NO_BYTES, fault });
			from = to;
		}
		if (from < chunk.length) this.#pending.keep(chunk.subarray(from));
		return messages;
	}

	flush(): Message[] {
		const data = this.#pending.take();
		return data.length === 0 ? [] : [{ data, eol: NO_BYTES }];
	}
}
