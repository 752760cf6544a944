import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Framer, type Message, NO_BYTES } from './framer.ts';
import { Pending } from './pending.ts';

/** Messages of one length. The rest at the end of the stream is shorter and has a fault. */
export class FixedFramer implements Framer {
	readonly #length: number;
	readonly #pending: Pending;

	/** `length`: bytes of a message, at least 1. */
	constructor(length: number) {
		this.#length = length;
		this.#pending = new Pending(length);
	}

	push(chunk: Uint8Array): Message[] {
		const messages: Message[] = [];
		let at = 0;
		while (at < chunk.length) {
			const part = chunk.subarray(at, at + this.#length - this.#pending.length);
			at += part.length;
			if (this.#pending.length + part.length < this.#length) this.#pending.keep(part);
			else messages.push({ data: this.#pending.take(part), eol: NO_BYTES });
		}
		return messages;
	}

	flush(): Message[] {
		const data = this.#pending.take();
		if (data.length === 0) return [];
		return [{ data, eol: NO_BYTES, fault: noteTexts.streamEndedInside({ got: data.length, all: this.#length }) }];
	}
}
