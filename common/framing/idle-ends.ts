import { type Message, NO_BYTES } from './framer.ts';
import type { MessageEnds } from './message-ends.ts';

const WORD = 2 ** 32;

/**
 * Messages that a silence ends: bytes that arrive less than `idleMs` after the previous ones belong together. A message
 * of `limit` bytes is delivered without waiting, with a fault.
 */
export class IdleEnds implements MessageEnds {
	readonly isRestFault = false;
	readonly isLost = false;
	readonly idleMs: number;
	readonly #limit: number;
	#pending = 0;
	/** Arrival time of the last chunk. */
	#last = 0;
	isFault = false;

	constructor(idleMs: number, limit: number) {
		this.idleMs = idleMs;
		this.#limit = limit;
	}

	next(chunk: Uint8Array, at: number): number {
		const end = at + this.#limit - this.#pending;
		this.isFault = end <= chunk.length;
		this.#pending = this.isFault ? 0 : this.#pending + chunk.length - at;
		return this.isFault ? end : -1;
	}

	get silentAt(): number {
		return this.#last + this.idleMs;
	}

	isSilent(ms: number): boolean {
		const isSilent = ms - this.#last >= this.idleMs;
		this.#last = ms;
		return isSilent;
	}

	message(data: Uint8Array): Message {
		const fault = `No silence within ${this.#limit} bytes: the bytes so far become one message.`;
		return { ...this.rest(data), fault };
	}

	rest(data: Uint8Array): Message {
		return { data, eol: NO_BYTES };
	}

	reset(): void {
		this.#pending = 0;
	}

	get state(): readonly number[] {
		return [this.#pending, Math.floor(this.#last / WORD), this.#last % WORD];
	}

	set state([pending = 0, high = 0, low = 0]: readonly number[]) {
		this.#pending = pending;
		this.#last = high * WORD + low;
	}
}
