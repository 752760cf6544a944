/** Whether a connection waits to be served by a server that serves one at a time, and as which. */
export class Turn {
	readonly #since = Date.now();
	#place: number | undefined;

	/** `held`: it waits, with a place that is told later. */
	constructor(held: boolean) {
		if (held) this.#place = 0;
	}

	/** From 1; 0 while it waits and is not told yet, undefined while it is served. */
	get place(): number | undefined {
		return this.#place;
	}

	/** Gives the sentence for the first time that it is told. */
	waitAs(place: number): string | undefined {
		const first = this.#place === 0;
		this.#place = place;
		if (!first) return undefined;
		const before = place === 1 ? 'the one that is served' : `the one that is served and ${place - 1} that wait`;
		return `One at a time: it waits for ${before}.`;
	}

	/** It is served from here on; gives the sentence, if it was told that it waits. */
	come(): string | undefined {
		const waited = (this.#place ?? 0) > 0;
		this.#place = undefined;
		return waited ? `Its turn after ${((Date.now() - this.#since) / 1000).toFixed(1)} s.` : undefined;
	}
}
