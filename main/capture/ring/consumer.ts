import { FLAG, packMeta, placeOf, RECORD_HEADER_BYTES, recordBytes, type SharedViews, SKIP, SLOT } from './layout.ts';

const AGAIN = packMeta(0, 0, 0, FLAG.again);

/** One record, in place. Valid until `release`; the same object every time. */
export interface RingRecord {
	meta: number;
	/** Milliseconds of the main thread's performance.now(). */
	time: number;
	id: number;
	/** Payload bytes of the whole event. */
	total: number;
	/** Offset of the payload in the ring's bytes: a multiple of 8. */
	start: number;
	length: number;
}

/** The reading end of the ring; one per ring. */
export class RingConsumer {
	readonly shared: SharedViews;
	readonly #record: RingRecord = { meta: 0, time: 0, id: 0, total: 0, start: 0, length: 0 };
	#tail = 0;
	#next = 0;

	constructor(shared: SharedViews) {
		this.shared = shared;
	}

	get empty(): boolean {
		return Atomics.load(this.shared.slots, SLOT.head) === this.#tail;
	}

	/** Bytes in use. */
	get used(): number {
		return (Atomics.load(this.shared.slots, SLOT.head) - this.#tail) >>> 0;
	}

	/** The oldest unreleased record, or undefined when there is none. */
	peek(): RingRecord | undefined {
		const { chunks, words, doubles } = this.shared;
		if (this.empty) return undefined;
		let at = placeOf(chunks, this.#tail);
		let skipped = 0;
		if (words[at >>> 2] === SKIP) {
			skipped = chunks.bytes - (this.#tail & (chunks.bytes - 1));
			at = placeOf(chunks, this.#tail + skipped);
		}
		const word = at >>> 2;
		const record = this.#record;
		record.length = words[word] ?? 0;
		record.meta = words[word + 1] ?? 0;
		record.time = doubles[(at + 8) >>> 3] ?? 0;
		record.id = words[word + 4] ?? 0;
		record.total = words[word + 5] ?? 0;
		record.start = at + RECORD_HEADER_BYTES;
		this.#next = (this.#tail + skipped + recordBytes(record.length)) | 0;
		if ((record.meta & AGAIN) !== 0) this.#again(record, at - record.total);
		return record;
	}

	/** The payload is that of an earlier record, released already: its chunk is not used again before this one is released. */
	#again(record: RingRecord, source: number): void {
		record.length = this.shared.words[source >>> 2] ?? 0;
		record.total = record.length;
		record.start = source + RECORD_HEADER_BYTES;
	}

	/** Frees the last peeked record's room. */
	release(): void {
		this.#tail = this.#next;
		Atomics.store(this.shared.slots, SLOT.tail, this.#tail);
	}
}
