import { eventTexts } from '../../../common/words/en/sentences/events.ts';

/** Whether a connection waits for a one-at-a-time server, and its position. */
export class Turn {
	readonly #since = Date.now();
	#place: number | undefined;

	/** `held`: it waits, with a position that is set later. */
	constructor(held: boolean) {
		if (held) this.#place = 0;
	}

	/** From 1; 0 while it waits without a position yet, undefined while it is served. */
	get place(): number | undefined {
		return this.#place;
	}

	/** Returns a sentence for the first position. */
	setQueuePosition(place: number): string | undefined {
		const first = this.#place === 0;
		this.#place = place;
		if (!first) return undefined;
		return place === 1 ? eventTexts.waitsForServed : eventTexts.waitsForOthers({ waiting: place - 1 });
	}

	/** It is served from now on; returns a sentence, if its wait was reported. */
	come(): string | undefined {
		const waited = (this.#place ?? 0) > 0;
		this.#place = undefined;
		return waited ? eventTexts.itsTurn({ seconds: ((Date.now() - this.#since) / 1000).toFixed(1) }) : undefined;
	}
}
