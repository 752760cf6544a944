import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Message, NO_BYTES } from './framer.ts';
import type { MessageEnds } from './message-ends.ts';

/** Messages of one length. The rest at the end of the stream is shorter and has a fault. */
export class CountedEnds implements MessageEnds {
	readonly isFault = false;
	readonly isRestFault = true;
	readonly isLost = false;
	readonly #length: number;
	#pending = 0;

	/** `length`: bytes of a message, at least 1. */
	constructor(length: number) {
		this.#length = length;
	}

	next(chunk: Uint8Array, at: number): number {
		const end = at + this.#length - this.#pending;
		if (end > chunk.length) {
			this.#pending += chunk.length - at;
			return -1;
		}
		this.#pending = 0;
		return end;
	}

	isSilent(): boolean {
		return false;
	}

	message(data: Uint8Array): Message {
		return { data, eol: NO_BYTES };
	}

	rest(data: Uint8Array): Message {
		return { data, eol: NO_BYTES, fault: noteTexts.streamEndedInside({ got: data.length, all: this.#length }) };
	}

	reset(): void {
		this.#pending = 0;
	}

	get state(): readonly number[] {
		return [this.#pending];
	}

	set state([pending = 0]: readonly number[]) {
		this.#pending = pending;
	}
}
