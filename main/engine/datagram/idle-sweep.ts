interface Quiet {
	/** Traffic since the last check. */
	active: boolean;
	quietLooks: number;
	idle(ms: number): void;
}

/** Checks per timeout: it fires at most a quarter late, and no datagram needs a clock. */
const LOOKS = 4;

/** Ends connections that were silent for their endpoint's idle timeout. Without a timeout no timer runs. */
export class IdleSweep {
	readonly #all: () => readonly Quiet[];
	#timer: NodeJS.Timeout | undefined;
	#ms: number | undefined;

	constructor(all: () => readonly Quiet[]) {
		this.#all = all;
	}

	/** Sets another timeout, in milliseconds; undefined for none. */
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
