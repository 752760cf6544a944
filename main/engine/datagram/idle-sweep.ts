interface Quiet {
	/** Something came or went since the last look. */
	active: boolean;
	quietLooks: number;
	idle(ms: number): void;
}

/** Looks that make up a timeout: it comes at most a quarter late, and no datagram needs a clock. */
const LOOKS = 4;

/** Ends what has been quiet for as long as its endpoint's idle timeout. Nothing runs without one. */
export class IdleSweep {
	readonly #all: () => readonly Quiet[];
	#timer: NodeJS.Timeout | undefined;
	#ms: number | undefined;

	constructor(all: () => readonly Quiet[]) {
		this.#all = all;
	}

	/** Takes another timeout, in milliseconds; undefined for none. */
	start(ms: number | undefined): void {
		if (ms === this.#ms) return;
		this.stop();
		this.#ms = ms;
		if (ms !== undefined) this.#timer = setInterval(() => this.#look(ms), Math.max(1, Math.ceil(ms / LOOKS))).unref();
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#ms = undefined;
	}

	#look(ms: number): void {
		for (const one of this.#all()) {
			one.quietLooks = one.active ? 0 : one.quietLooks + 1;
			one.active = false;
			if (one.quietLooks >= LOOKS) one.idle(ms);
		}
	}
}
