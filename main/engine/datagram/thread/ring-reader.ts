import { ADDRESS_WORDS, BATCH, Batch, DATAGRAM_BYTES } from '../bulk/batch.ts';
import type { BulkCalls } from '../bulk/calls.ts';
import { aligned, layoutOf, offsetOf, RECORD_HEADER_BYTES, RING_BYTES, type RingViews, SLOT } from './ring.ts';

/** One record. The same object every time. */
export interface RingRecord {
	socket: number;
	count: number;
	outcome: number;
	/** Its bytes in the ring. */
	size: number;
}

/** The end of the ring that the main thread reads. */
export class RingReader {
	readonly #ring: RingViews;
	readonly #record: RingRecord = { socket: 0, count: 0, outcome: 0, size: 0 };
	readonly #lengths = new Uint32Array(BATCH);
	readonly #starts = new Uint32Array(BATCH);
	readonly #senders = new Uint32Array(BATCH * ADDRESS_WORDS[6]);
	readonly #senderBytes = Buffer.from(this.#senders.buffer);
	readonly #data = Buffer.allocUnsafeSlow(BATCH * DATAGRAM_BYTES);
	readonly #batches: Readonly<Record<4 | 6, Batch>>;
	#tail = 0;
	#start = 0;

	constructor(ring: RingViews, calls: BulkCalls) {
		this.#ring = ring;
		const memory = {
			senders: this.#senders,
			lengths: this.#lengths,
			lengthAt: 0,
			lengthStep: 1,
			starts: this.#starts,
			data: this.#data,
		};
		this.#batches = {
			4: new Batch(calls, { ...memory, family: 4 }),
			6: new Batch(calls, { ...memory, family: 6 }),
		};
	}

	/** The oldest record; undefined when there is none. */
	peek(): RingRecord | undefined {
		const { slots, words } = this.#ring;
		if (Atomics.load(slots, SLOT.head) === this.#tail) return undefined;
		let start = offsetOf(this.#tail, Atomics.load(slots, SLOT.base));
		if (words[start >>> 2] === 0) {
			this.#tail = (this.#tail + RING_BYTES - start) | 0;
			start = 0;
		}
		const word = start >>> 2;
		this.#start = start;
		const record = this.#record;
		record.size = words[word] ?? 0;
		record.socket = words[word + 1] ?? 0;
		record.count = words[word + 2] ?? 0;
		record.outcome = words[word + 3] ?? 0;
		return record;
	}

	/** The datagrams of the peeked record, copied: valid until the next batch, even after `release`. */
	batch(family: 4 | 6): Batch {
		const { words, bytes } = this.#ring;
		const { count, size } = this.#record;
		const start = this.#start;
		const batch = this.#batches[family];
		const layout = layoutOf(count, batch.words);
		const lengths = (start + RECORD_HEADER_BYTES) >>> 2;
		let at = 0;
		for (let n = 0; n < count; n++) {
			const length = words[lengths + n] ?? 0;
			this.#lengths[n] = length;
			this.#starts[n] = at;
			at += aligned(length);
		}
		bytes.copy(this.#senderBytes, 0, start + layout.senders, start + layout.senders + count * batch.words * 4);
		bytes.copy(this.#data, 0, start + layout.data, start + size);
		return batch;
	}

	/** Frees the room of the peeked record. */
	release(): void {
		const { slots } = this.#ring;
		this.#tail = (this.#tail + this.#record.size) | 0;
		Atomics.store(slots, SLOT.tail, this.#tail);
		if (Atomics.load(slots, SLOT.waiting) === 1) Atomics.notify(slots, SLOT.tail);
	}

	/** From now on a record wakes this thread. Returns false where one has been written meanwhile. */
	rest(): boolean {
		const { slots } = this.#ring;
		Atomics.store(slots, SLOT.awake, 0);
		if (Atomics.load(slots, SLOT.head) === this.#tail) return true;
		// Where the other thread was faster, its message is on the way.
		return Atomics.exchange(slots, SLOT.awake, 1) !== 0;
	}
}
