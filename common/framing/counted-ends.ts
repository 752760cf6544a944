import type { MessageEnds } from './message-ends.ts';

/** Messages of one length. */
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
