import type { Framer, Message } from './framer.ts';
import type { MessageEnds } from './message-ends.ts';
import { Pending } from './pending.ts';

/** Keeps the bytes between the ends of messages. */
export class EndsFramer implements Framer {
	readonly idleMs?: number;
	readonly #ends: MessageEnds;
	readonly #pending: Pending;

	/** `limit`: bytes of the longest message. */
	constructor(ends: MessageEnds, limit: number) {
		if (ends.idleMs !== undefined) this.idleMs = ends.idleMs;
		this.#ends = ends;
		this.#pending = new Pending(limit);
	}

	push(chunk: Uint8Array, at: number): Message[] {
		const messages = this.#ends.isSilent(at) ? this.flush() : [];
		for (let from = 0; from < chunk.length; ) {
			const end = this.#ends.next(chunk, from);
			if (end < 0) {
				this.#pending.keep(chunk.subarray(from));
				break;
			}
			messages.push(this.#ends.message(this.#pending.take(chunk.subarray(from, end))));
			from = end;
		}
		return messages;
	}

	flush(): Message[] {
		const bytes = this.#pending.take();
		const rest = bytes.length === 0 ? [] : [this.#ends.rest(bytes)];
		this.#ends.reset();
		return rest;
	}
}
