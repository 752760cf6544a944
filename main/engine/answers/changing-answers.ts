import type { Message } from '../../../common/framing/index.ts';
import type { Answers } from './answers.ts';

/**
 * The answers of one connection, which may be given by something else from some message on: what has come before is answered
 * as it was, and what comes meanwhile waits. A connection whose peer has ended stays with what it has.
 */
export class ChangingAnswers {
	readonly #make: () => Answers;
	/** More or less waits than before. */
	readonly #changed: () => void;
	#current: Answers;
	#begun = false;
	#over = false;
	/** What was there is still answering: these are for what comes after it. */
	#held: Message[] | undefined;
	#heldBytes = 0;
	/** The peer has ended meanwhile. */
	#finish: (() => void) | undefined;

	/** `make`: what answers now, each time that it is asked. */
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

	/** From the next message on what `make` gives then. */
	change(): void {
		if (this.#over || this.#held !== undefined) return;
		if (!this.#begun) {
			this.#current.stop();
			this.#current = this.#make();
			return;
		}
		this.#held = [];
		this.#current.retire(() => this.#turn());
	}

	opened(): void {
		this.#begun = true;
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
