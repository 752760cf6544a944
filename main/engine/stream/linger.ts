import { eventTexts } from '../../../common/words/en/sentences/events.ts';

/** The wait for a peer's FIN after a responder's: a person who ends a side may wait without limit, a responder may not. */
export class Linger {
	readonly #ms: number;
	readonly #expired: (text: string) => void;
	#timer: NodeJS.Timeout | undefined;
	/** Our FIN is a responder's. */
	wanted = false;

	/** `expired` gets the reason after `ms` milliseconds without data. */
	constructor(ms: number, expired: (text: string) => void) {
		this.#ms = ms;
		this.#expired = expired;
	}

	/** Our FIN was sent. */
	begin(): void {
		if (this.wanted) this.#timer = setTimeout(() => this.#expire(), this.#ms);
	}

	/** Data was received. */
	refresh(): void {
		this.#timer?.refresh();
	}

	stop(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#expire(): void {
		const seconds = this.#ms / 1000;
		this.#expired(eventTexts.lingered({ seconds }));
	}
}
