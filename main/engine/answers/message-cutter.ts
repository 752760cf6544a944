import type { Framer, Message } from '../../../common/framing/index.ts';

/** Splits one stream into messages, including those that end with a silence. */
export class MessageCutter {
	readonly #take: (messages: Message[]) => void;
	#framer: Framer;
	#silence: NodeJS.Timeout | undefined;

	/** `take` receives the messages in order: from `push` and `end` synchronously, after a silence from a timer. */
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

	/** Replaces the framing: undelivered bytes of the old one start the first message of the new one. */
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

	/** Messages are no longer needed. */
	stop(): void {
		clearTimeout(this.#silence);
		this.#silence = undefined;
	}

	#listen(idleMs: number): void {
		if (this.#silence) this.#silence.refresh();
		else this.#silence = setTimeout(() => this.end(), idleMs);
	}
}
