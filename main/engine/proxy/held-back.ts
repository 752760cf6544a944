interface Held {
	readonly bytes: Uint8Array;
	readonly copies: number;
	/** Number of datagrams that must pass before it. */
	behind: number;
}

/** Milliseconds that a held-back datagram waits for others: the last ones must not be lost. */
const SILENCE_MS = 1000;

/** Reordered datagrams: each is sent after a number of later ones. */
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

	/** Another datagram has been sent. */
	passed(): void {
		if (this.#held.length === 0) return;
		for (const one of this.#held) one.behind--;
		this.#release((one) => one.behind <= 0);
		this.#await();
	}

	/** Releases all of them. */
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

	/** After a pause of the whole process timers run before sockets are read: pending datagrams end the silence. */
	#silent(): void {
		this.#turn = setImmediate(() => this.flush());
	}
}
