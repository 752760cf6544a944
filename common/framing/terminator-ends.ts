import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Message, NO_BYTES } from './framer.ts';
import type { MessageEnds } from './message-ends.ts';
import type { Terminator } from './terminator.ts';

/**
 * Messages that end at a terminator. After `limit` bytes without an end (terminator included) the message is delivered
 * with an empty `eol` and a fault; the next byte starts another.
 */
export class TerminatorEnds implements MessageEnds {
	readonly isRestFault = false;
	readonly isLost = false;
	readonly #terminator: Terminator;
	readonly #limit: number;
	#pending = 0;
	isFault = false;

	constructor(terminator: Terminator, limit: number) {
		this.#terminator = terminator;
		this.#limit = limit;
	}

	next(chunk: Uint8Array, at: number): number {
		const stop = Math.min(chunk.length, at + this.#limit - this.#pending);
		const end = this.#terminator.find(chunk, at, stop);
		this.isFault = end < 0;
		if (end < 0 && this.#pending + stop - at < this.#limit) {
			this.#pending += stop - at;
			return -1;
		}
		this.reset();
		return end < 0 ? stop : end;
	}

	isSilent(): boolean {
		return false;
	}

	message(bytes: Uint8Array): Message {
		if (this.isFault) return { ...this.rest(bytes), fault: noteTexts.messageEndless({ limit: this.#limit }) };
		const cut = bytes.length - this.#terminator.lengthIn(bytes);
		return { data: bytes.subarray(0, cut), eol: bytes.subarray(cut) };
	}

	rest(data: Uint8Array): Message {
		return { data, eol: NO_BYTES };
	}

	reset(): void {
		this.#pending = 0;
		this.#terminator.reset();
	}

	get state(): readonly number[] {
		return [this.#pending, this.#terminator.state];
	}

	set state([pending = 0, terminator = 0]: readonly number[]) {
		this.#pending = pending;
		this.#terminator.state = terminator;
	}
}
