interface Held {
	readonly bytes: Uint8Array;
	readonly copies: number;
	/** Datagrams that still go before it. */
	behind: number;
}

/** How long one that is behind waits for others to come, in milliseconds: the last ones are not to be lost. */
const SILENCE_MS = 1000;

/** Datagrams that others overtake: each goes out behind so many of those that come after it. */
export class HeldBack {
	readonly #pass: (bytes: Uint8Array) => void;
	#held: Held[] = [];
	#timer: NodeJS.Timeout | undefined;
	#turn: NodeJS.Immediate | undefined;
	readonly #silenceMs: number;

	constructor(pass: (bytes: Uint8Array) => void, silenceMs = SILENCE_MS) {
		this.#pass = pass;
		this.#silenceMs = silenceMs;
	}

	hold(bytes: Uint8Array, copies: number, behind: number): void {
		this.#held.push({ bytes, copies, behind });
		this.#await();
	}

	/** Another one has gone out. */
	passed(): void {
		if (this.#held.length === 0) return;
		for (const one of this.#held) one.behind--;
		this.#release((one) => one.behind <= 0);
		this.#await();
	}

	/** Lets all of them go. */
	flush(): void {
		this.#release(() => true);
		this.#await();
	}

	stop(): void {
		this.#held = [];
		this.#await();
	}

	#release(now: (one: Held) => boolean): void {
		const going = this.#held.filter(now);
		this.#held = this.#held.filter((one) => !going.includes(one));
		for (const { bytes, copies } of going) for (let copy = 0; copy < copies; copy++) this.#pass(bytes);
	}

	#await(): void {
		clearTimeout(this.#timer);
		if (this.#turn) clearImmediate(this.#turn);
		this.#turn = undefined;
		if (this.#held.length === 0) this.#timer = undefined;
		else this.#timer = setTimeout(() => this.#silent(), this.#silenceMs);
	}

	/** After a pause of the whole process timers run before sockets are read: what has come meanwhile is no silence. */
	#silent(): void {
		this.#turn = setImmediate(() => this.flush());
	}
}
