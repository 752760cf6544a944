/** Slots of the Int32Array over the shared memory. */
const SLOT = { cancelled: 0, ended: 1, waiting: 2, signal: 3 } as const;
/** Slots of the BigInt64Array over the same. */
const COUNT = { stored: 2, position: 3, left: 4 } as const;
const BYTES = 40;
/** Chunks on their way at once. */
const MOST_WAITING = 4;

/**
 * What the main thread and an export's thread tell each other while the latter is busy: memory that both see, since a
 * thread that works through files, or waits for its reader, takes no messages.
 */
export class ExportControl {
	readonly memory: SharedArrayBuffer;
	readonly #slots: Int32Array;
	readonly #counts: BigInt64Array;

	constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(BYTES)) {
		this.memory = memory;
		this.#slots = new Int32Array(memory);
		this.#counts = new BigInt64Array(memory);
	}

	get cancelled(): boolean {
		return Atomics.load(this.#slots, SLOT.cancelled) !== 0;
	}

	cancel(): void {
		this.#raise(SLOT.cancelled);
	}

	/** Nothing is stored any more after what `stored` says. */
	get ended(): boolean {
		return Atomics.load(this.#slots, SLOT.ended) !== 0;
	}

	end(): void {
		this.#raise(SLOT.ended);
	}

	/** Events of a followed capture that can be read. */
	get stored(): number {
		return Number(Atomics.load(this.#counts, COUNT.stored));
	}

	set stored(events: number) {
		Atomics.store(this.#counts, COUNT.stored, BigInt(events));
		this.#signal();
	}

	/** Events of a followed capture that have been handed on. */
	get position(): number {
		return Number(Atomics.load(this.#counts, COUNT.position));
	}

	set position(events: number) {
		Atomics.store(this.#counts, COUNT.position, BigInt(events));
	}

	/** Bytes of all chunks that have left. */
	get left(): number {
		return Number(Atomics.load(this.#counts, COUNT.left));
	}

	/** One more chunk is on its way. Waits while there are as many as may be. */
	chunkLeaves(bytes: number): void {
		while (!this.cancelled && Atomics.load(this.#slots, SLOT.waiting) >= MOST_WAITING) this.#wait();
		Atomics.add(this.#slots, SLOT.waiting, 1);
		Atomics.add(this.#counts, COUNT.left, BigInt(bytes));
	}

	/** A chunk has been taken. */
	chunkArrived(): void {
		Atomics.sub(this.#slots, SLOT.waiting, 1);
		this.#signal();
	}

	/** Waits until more than `stored` is stored, or there is an end of it; at most `milliseconds`. */
	waitForMore(stored: number, milliseconds: number): void {
		const seen = Atomics.load(this.#slots, SLOT.signal);
		if (this.stored > stored || this.ended || this.cancelled) return;
		Atomics.wait(this.#slots, SLOT.signal, seen, milliseconds);
	}

	#wait(): void {
		const seen = Atomics.load(this.#slots, SLOT.signal);
		if (this.cancelled || Atomics.load(this.#slots, SLOT.waiting) < MOST_WAITING) return;
		Atomics.wait(this.#slots, SLOT.signal, seen);
	}

	#raise(slot: number): void {
		Atomics.store(this.#slots, slot, 1);
		this.#signal();
	}

	#signal(): void {
		Atomics.add(this.#slots, SLOT.signal, 1);
		Atomics.notify(this.#slots, SLOT.signal);
	}
}
