import type { Batch } from '../bulk/batch.ts';
import { aligned, LEFT, layoutOf, offsetOf, RECORD_HEADER_BYTES, RING_BYTES, type RingViews, SLOT } from './ring.ts';

/**
 * An empty ring is used from its start again once this many bytes were used: as long as the main thread follows, the same memory is used,
 * which the processor's caches hold.
 */
const REWIND_BYTES = 512 << 10;

/** The end of the ring to which the receiving thread writes. It waits while there is no room: the system's queue of a socket fills meanwhile. */
export class RingWriter {
	readonly #ring: RingViews;
	readonly #wake: () => void;
	#head = 0;
	#base = 0;

	/** `wake` is called for a main thread that is not about to look at the ring. */
	constructor(ring: RingViews, wake: () => void) {
		this.#ring = ring;
		this.#wake = wake;
	}

	/** The first `count` datagrams of a batch; returns the bytes of the record. */
	datagrams(socket: number, batch: Batch, count: number): number {
		const { words, bytes } = this.#ring;
		const { senders, data } = layoutOf(count, batch.words);
		let size = data;
		for (let n = 0; n < count; n++) size += aligned(batch.length(n));
		const start = this.#begin(socket, size, count, 0);
		const lengths = (start + RECORD_HEADER_BYTES) >>> 2;
		let at = start + data;
		for (let n = 0; n < count; n++) {
			const length = batch.length(n);
			words[lengths + n] = length;
			batch.copy(n, bytes, at);
			at += aligned(length);
		}
		batch.copySenders(count, bytes, start + senders);
		this.#publish(size);
		return size;
	}

	/** A call has failed with this `errno`. */
	failed(socket: number, errno: number): void {
		this.#begin(socket, RECORD_HEADER_BYTES, 0, errno);
		this.#publish(RECORD_HEADER_BYTES);
	}

	/** The socket is not used any more. */
	left(socket: number): void {
		this.#begin(socket, RECORD_HEADER_BYTES, 0, LEFT);
		this.#publish(RECORD_HEADER_BYTES);
	}

	/** Writes the header of a record where there is room for it; returns its offset. */
	#begin(socket: number, size: number, count: number, outcome: number): number {
		const start = this.#room(size);
		const { words } = this.#ring;
		const word = start >>> 2;
		words[word] = size;
		words[word + 1] = socket;
		words[word + 2] = count;
		words[word + 3] = outcome;
		return start;
	}

	/** Waits until there is room at the head; returns its offset. */
	#room(size: number): number {
		const { slots, words } = this.#ring;
		for (;;) {
			const tail = Atomics.load(slots, SLOT.tail);
			if (tail === this.#head && offsetOf(tail, this.#base) >= REWIND_BYTES) {
				this.#base = tail;
				Atomics.store(slots, SLOT.base, tail);
			}
			const offset = offsetOf(this.#head, this.#base);
			const rest = RING_BYTES - offset;
			const skipped = rest < size ? rest : 0;
			if (((this.#head - tail) >>> 0) + skipped + size <= RING_BYTES) {
				if (skipped === 0) return offset;
				words[offset >>> 2] = 0;
				this.#head = (this.#head + skipped) | 0;
				return 0;
			}
			Atomics.store(slots, SLOT.waiting, 1);
			Atomics.wait(slots, SLOT.tail, tail);
			Atomics.store(slots, SLOT.waiting, 0);
		}
	}

	#publish(size: number): void {
		const { slots } = this.#ring;
		this.#head = (this.#head + size) | 0;
		Atomics.store(slots, SLOT.head, this.#head);
		if (Atomics.exchange(slots, SLOT.awake, 1) === 0) this.#wake();
	}
}
