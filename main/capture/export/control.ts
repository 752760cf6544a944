/** Slots of the Int32Array over the shared memory. */
const SLOT = { cancelled: 0, ended: 1, waiting: 2, signal: 3 } as const;
/** Slots of the BigInt64Array over the same. */
const COUNT = { stored: 2, position: 3, left: 4 } as const;
const BYTES = 40;
/** Maximum number of chunks in flight. */
const MOST_WAITING = 4;

/**
 * Communication between the main thread and a busy export thread: shared memory, since a thread that reads files, or
 * waits for its reader, processes no messages.
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

	/** No events are stored after `stored`. */
	get ended(): boolean {
		return Atomics.load(this.#slots, SLOT.ended) !== 0;
	}

	end(): void {
		this.#raise(SLOT.ended);
	}

	/** Readable events of a followed capture. */
	get stored(): number {
		return Number(Atomics.load(this.#counts, COUNT.stored));
	}

	set stored(events: number) {
		Atomics.store(this.#counts, COUNT.stored, BigInt(events));
		this.#signal();
	}

	/** Events of a followed capture that have been passed on. */
	get position(): number {
		return Number(Atomics.load(this.#counts, COUNT.position));
	}

	set position(events: number) {
		Atomics.store(this.#counts, COUNT.position, BigInt(events));
	}

	/** Bytes of all sent chunks. */
	get left(): number {
		return Number(Atomics.load(this.#counts, COUNT.left));
	}

	/** One more chunk is in flight. Waits while the maximum is in flight. */
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

	/** Waits until more than `stored` events are stored, or the capture has ended; at most `milliseconds`. */
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
