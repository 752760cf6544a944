/** The wait for a peer's FIN after a responder's: a person who ends a side may wait as long as they like, a responder may not. */
export class Linger {
	readonly #ms: number;
	readonly #expired: (text: string) => void;
	#timer: NodeJS.Timeout | undefined;
	/** Our FIN is a responder's. */
	wanted = false;

	/** `expired` is told why after `ms` milliseconds in which nothing came. */
	constructor(ms: number, expired: (text: string) => void) {
		this.#ms = ms;
		this.#expired = expired;
	}

	/** Our FIN has gone out. */
	begin(): void {
		if (this.wanted) this.#timer = setTimeout(() => this.#expire(), this.#ms);
	}

	/** Something came. */
	refresh(): void {
		this.#timer?.refresh();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#expire(): void {
		const seconds = this.#ms / 1000;
		this.#expired(`The peer was silent for ${seconds} s after our FIN and has not ended its side: closing.`);
	}
}
