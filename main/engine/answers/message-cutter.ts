import type { Framer, Message } from '../../../common/framing/index.ts';

/** Cuts the messages of one stream, also those that a silence ends. */
export class MessageCutter {
	readonly #take: (messages: Message[]) => void;
	#framer: Framer;
	#silence: NodeJS.Timeout | undefined;

	/** `take` gets what is cut, in order: from `push` and `end` at once, after a silence by itself. */
	constructor(framer: Framer, take: (messages: Message[]) => void) {
		this.#framer = framer;
		this.#take = take;
	}

	push(chunk: Uint8Array): void {
		const { idleMs } = this.#framer;
		const messages = this.#framer.push(chunk, idleMs === undefined ? 0 : performance.now());
		if (idleMs !== undefined) this.#listen(idleMs);
		if (messages.length > 0) this.#take(messages);
	}

	/** Another framing from here on: what the one before has not delivered is the beginning of its first message. */
	change(framer: Framer): void {
		const left = this.#framer.flush().flatMap(({ head, data, eol }) => (head ? [head, data, eol] : [data, eol]));
		this.stop();
		this.#framer = framer;
		for (const bytes of left) if (bytes.length > 0) this.push(bytes);
	}

	/** The stream has ended. */
	end(): void {
		this.stop();
		const messages = this.#framer.flush();
		if (messages.length > 0) this.#take(messages);
	}

	/** Nobody wants messages any more. */
	stop(): void {
		clearTimeout(this.#silence);
		this.#silence = undefined;
	}

	#listen(idleMs: number): void {
		if (this.#silence) this.#silence.refresh();
		else this.#silence = setTimeout(() => this.end(), idleMs);
	}
}
