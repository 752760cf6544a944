import { noteTexts } from '../words/en/sentences/notes.ts';
import { type Framer, type Message, NO_BYTES } from './framer.ts';
import { Pending } from './pending.ts';
import type { Terminator } from './terminator.ts';

/**
 * Messages that end at a terminator. After `limit` bytes without an end (terminator included) the message is delivered
 * with an empty `eol` and a fault; the next byte starts another.
 */
export class DelimiterFramer implements Framer {
	readonly #terminator: Terminator;
	readonly #limit: number;
	readonly #pending: Pending;

	constructor(terminator: Terminator, limit: number) {
		this.#terminator = terminator;
		this.#limit = limit;
		this.#pending = new Pending(limit);
	}

	push(chunk: Uint8Array): Message[] {
		const messages: Message[] = [];
		let at = 0;
		while (at < chunk.length) {
			const stop = Math.min(chunk.length, at + this.#limit - this.#pending.length);
			const end = this.#terminator.find(chunk, at, stop);
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
		this.#terminator.reset();
		const cut = message.length - this.#terminator.lengthIn(message);
		return { data: message.subarray(0, cut), eol: message.subarray(cut) };
	}

	#uncut(message: Uint8Array): Message {
		this.#terminator.reset();
		return { data: message, eol: NO_BYTES };
	}

	#endless(): string {
		return noteTexts.messageEndless({ limit: this.#limit });
	}
}
