import { copyNatively, NATIVE_COPY_BYTES } from './copy.ts';
import { FreeChunks } from './free-chunks.ts';
import {
	FLAG,
	packMeta,
	placeOf,
	RECORD_HEADER_BYTES,
	recordBytes,
	type SharedViews,
	SKIP,
	SLOT,
	WRITER,
} from './layout.ts';

const AGAIN = packMeta(0, 0, 0, FLAG.again);

/**
 * The writing end of the ring; one per ring. `push` copies and publishes. It never waits: false means that
 * there is no room now.
 */
export class RingProducer {
	readonly #shared: SharedViews;
	readonly #free: FreeChunks;
	readonly #wakeAt: number;
	#head = 0;
	/** The last read tail: never ahead of the true one, so its free room is free. */
	#tail = 0;
	/** The payload of an earlier record of the head's chunk, and the position of that record. */
	#kept: Uint8Array | undefined;
	#keptAt = 0;

	constructor(shared: SharedViews) {
		this.#shared = shared;
		this.#free = new FreeChunks(shared.chunks);
		this.#wakeAt = shared.size / 4;
	}

	/** Upper bound of the bytes in use: reads the tail again when more than `enough` seem to be. */
	used(enough: number): number {
		const seen = (this.#head - this.#tail) >>> 0;
		return seen > enough ? this.#refresh() : seen;
	}

	#refresh(): number {
		this.#tail = Atomics.load(this.#shared.slots, SLOT.tail);
		return (this.#head - this.#tail) >>> 0;
	}

	/** Bytes before a record of this size at `head` that will be skipped because it does not fit into the rest of the chunk. */
	#gap(head: number, need: number): number {
		const { bytes } = this.#shared.chunks;
		const toEnd = bytes - (head & (bytes - 1));
		return need > toEnd ? toEnd : 0;
	}

	/** Bytes between the tail and the largest head: a chunk that is still read in part is used by nobody else. */
	get #capacity(): number {
		const { size, chunks } = this.#shared;
		return chunks.count === 1 ? size : size - (this.#tail & (chunks.bytes - 1));
	}

	/** Whether so many bytes more have room; reads the tail again if they seem to have none. */
	#hasRoom(more: number): boolean {
		if (((this.#head - this.#tail) >>> 0) + more <= this.#capacity) return true;
		return this.#refresh() + more <= this.#capacity;
	}

	/** True when records with these payload sizes, in this order, all fit now. */
	fits(payloads: Iterable<number>): boolean {
		let more = 0;
		for (const payload of payloads) {
			const need = recordBytes(payload);
			more += this.#gap(this.#head + more, need) + need;
		}
		return this.#hasRoom(more);
	}

	/** Copies one record in. `meta` from `packMeta`, `time` in milliseconds of performance.now(). */
	push(meta: number, time: number, id: number, payload: Uint8Array, from: number, to: number, total: number): boolean {
		const { chunks, words, doubles, bytes, slots } = this.#shared;
		const length = to - from;
		const need = recordBytes(length);
		const gap = this.#gap(this.#head, need);
		if (!this.#hasRoom(gap + need)) return false;
		if (gap > 0) {
			words[placeOf(chunks, this.#head) >>> 2] = SKIP;
			this.#head = (this.#head + gap) | 0;
		}
		if ((this.#head & (chunks.bytes - 1)) === 0) this.#enterChunk();
		const at = placeOf(chunks, this.#head);
		const word = at >>> 2;
		words[word] = length;
		words[word + 1] = meta;
		doubles[(at + 8) >>> 3] = time;
		words[word + 4] = id;
		words[word + 5] = total;
		if (length > 0) {
			const piece = length === payload.length ? payload : payload.subarray(from, to);
			if (length < NATIVE_COPY_BYTES) bytes.set(piece, at + RECORD_HEADER_BYTES);
			else copyNatively(piece, bytes, at + RECORD_HEADER_BYTES);
		}
		this.#head = (this.#head + need) | 0;
		Atomics.store(slots, SLOT.head, this.#head);
		return true;
	}

	/** Keeps the whole payload of the last record, which must not change, for `repeat`. */
	keep(payload: Uint8Array): void {
		// In a ring of one chunk the bytes could be overwritten before they are read again.
		if (this.#shared.chunks.count === 1) return;
		this.#kept = payload;
		this.#keptAt = (this.#head - recordBytes(payload.length)) | 0;
	}

	/** Adds a record with a payload that is the kept one in the same memory, without copying it. False where that is not possible. */
	repeat(meta: number, time: number, id: number, payload: Uint8Array): boolean {
		const { chunks, words, doubles, slots } = this.#shared;
		if (this.#kept === undefined || !isSame(payload, this.#kept)) return false;
		const inChunk = this.#head & (chunks.bytes - 1);
		if (inChunk === 0 || inChunk + RECORD_HEADER_BYTES > chunks.bytes) return false;
		if (!this.#hasRoom(RECORD_HEADER_BYTES)) return false;
		const at = placeOf(chunks, this.#head);
		const word = at >>> 2;
		words[word] = 0;
		words[word + 1] = meta | AGAIN;
		doubles[(at + 8) >>> 3] = time;
		words[word + 4] = id;
		words[word + 5] = this.#head - this.#keptAt;
		this.#head = (this.#head + RECORD_HEADER_BYTES) | 0;
		Atomics.store(slots, SLOT.head, this.#head);
		return true;
	}

	#enterChunk(): void {
		this.#kept = undefined;
		this.#refresh();
		this.#free.enter(this.#head, this.#tail);
	}

	/**
	 * Wakes the writer if it sleeps without a timeout, or if it rests and a quarter of the ring is in use. Call after
	 * `push`. A busy writer is not woken: it reads the head again before it rests.
	 */
	wake(): void {
		const { slots } = this.#shared;
		const state = Atomics.load(slots, SLOT.writerState);
		if (state === WRITER.busy) return;
		if (state === WRITER.resting && this.used(this.#wakeAt) <= this.#wakeAt) return;
		this.wakeNow();
	}

	/** Wakes the writer in any case. */
	wakeNow(): void {
		const { slots } = this.#shared;
		Atomics.store(slots, SLOT.writerState, WRITER.busy);
		Atomics.notify(slots, SLOT.writerState);
	}
}

/** Whether both are views of the same bytes. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return one.buffer === other.buffer && one.byteOffset === other.byteOffset && one.length === other.length;
}
