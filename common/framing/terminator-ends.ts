import type { MessageEnds } from './message-ends.ts';
import type { Terminator } from './terminator.ts';

/** Messages that end at a terminator, and at `limit` bytes without one. */
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
