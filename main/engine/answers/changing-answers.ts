import type { Message } from '../../../common/framing/index.ts';
import type { Answers } from './answers.ts';

/**
 * The answers of one connection, whose source may be replaced: messages received before are answered by the old one,
 * and later ones wait meanwhile. A connection whose peer has ended keeps its source.
 */
export class ChangingAnswers {
	readonly #make: () => Answers;
	/** The number of waiting messages has changed. */
	readonly #changed: () => void;
	#current: Answers;
	#started = false;
	#over = false;
	/** The old answers are still busy: these messages are for the new ones. */
	#held: Message[] | undefined;
	#heldBytes = 0;
	/** The peer has ended meanwhile. */
	#finish: (() => void) | undefined;

	/** `make`: creates the current answers on each call. */
	constructor(make: () => Answers, changed: () => void) {
		this.#make = make;
		this.#changed = changed;
		this.#current = make();
	}

	get waiting(): number {
		return this.#current.waiting + (this.#held?.length ?? 0);
	}

	get heldBytes(): number {
		return this.#current.heldBytes + this.#heldBytes;
	}

	/** Uses a new result of `make` from the next message on. */
	change(): void {
		if (this.#over || this.#held !== undefined) return;
		if (!this.#started) {
			this.#current.stop();
			this.#current = this.#make();
			return;
		}
		this.#held = [];
		this.#current.retire(() => this.#turn());
	}

	opened(): void {
		this.#started = true;
		this.#current.opened();
	}

	message(message: Message): void {
		if (this.#held === undefined) {
			this.#current.message(message);
			return;
		}
		this.#held.push(message);
		this.#heldBytes += message.data.length;
	}

	finish(then: () => void): void {
		this.#over = true;
		if (this.#held === undefined) this.#current.finish(then);
		else this.#finish = then;
	}

	stop(): void {
		this.#over = true;
		this.#held = undefined;
		this.#heldBytes = 0;
		this.#finish = undefined;
		this.#current.stop();
	}

	owed(bytes: number): void {
		this.#current.owed(bytes);
	}

	#turn(): void {
		const held = this.#held;
		if (held === undefined) return;
		const { count } = this.#current;
		const finish = this.#finish;
		this.#held = undefined;
		this.#heldBytes = 0;
		this.#finish = undefined;
		this.#current = this.#make();
		this.#current.resumed(count);
		for (const message of held) this.#current.message(message);
		if (finish !== undefined) this.#current.finish(finish);
		this.#changed();
	}
}
