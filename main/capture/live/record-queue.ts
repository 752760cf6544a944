import type { WhenDiskFails } from '../../../common/contract/calls/settings.ts';
import { FLAG, packMeta, RECORD_PAYLOAD_BYTES, type SharedViews, SLOT } from '../ring/layout.ts';
import { RingProducer } from '../ring/producer.ts';
import { Overflow } from './overflow.ts';

const MORE = packMeta(0, 0, 0, FLAG.more);

/** The records in flight to the writer, in order: in the ring, and on the heap when the ring is full. Determines when sockets must wait. */
export class RecordQueue {
	readonly #shared: SharedViews;
	readonly #ring: RingProducer;
	readonly #highWater: number;
	readonly #lowWater: number;
	readonly #overflow = new Overflow();
	readonly #reliefListeners = new Set<() => void>();
	#saturated = false;
	/** The configured behaviour while the disk cannot be written, and whether that is so. */
	#whenDiskFails: WhenDiskFails = 'wait';
	#failing = false;

	constructor(shared: SharedViews) {
		this.#shared = shared;
		this.#ring = new RingProducer(shared);
		this.#highWater = shared.size / 2;
		this.#lowWater = shared.size / 4;
	}

	/** More than half of the ring is in use: sockets must wait until it is less than a quarter. */
	get saturated(): boolean {
		return this.#saturated && !this.#goesOn;
	}

	/** No socket waits: records without room are counted as lost. */
	get #goesOn(): boolean {
		return this.#failing && this.#whenDiskFails === 'go-on';
	}

	whenDiskFails(what: WhenDiskFails): void {
		this.#change(() => {
			this.#whenDiskFails = what;
		});
	}

	/** Whether the disk currently cannot be written. */
	diskFails(failing: boolean): void {
		this.#change(() => {
			this.#failing = failing;
		});
	}

	/** Calls back each time that sockets need not wait any more. */
	onRelief(listener: () => void): () => void {
		this.#reliefListeners.add(listener);
		return () => this.#reliefListeners.delete(listener);
	}

	/** False where there is no room for one more event that is not needed to understand the others. */
	get takesEvent(): boolean {
		return this.#overflow.takesEvent();
	}

	/** Adds `data` as one record, if that is possible at once. */
	offer(meta: number, time: number, id: number, bytes: Uint8Array): boolean {
		const { length } = bytes;
		if (!this.#overflow.empty || length > RECORD_PAYLOAD_BYTES) return false;
		if (!this.#ring.push(meta, time, id, bytes, 0, length, length)) return false;
		this.#published();
		return true;
	}

	/** The same for received bytes that do not change: where `offerSent` gets them, they are not copied again. */
	offerReceived(meta: number, time: number, id: number, bytes: Uint8Array): boolean {
		if (!this.offer(meta, time, id, bytes)) return false;
		this.#ring.keep(bytes);
		return true;
	}

	offerSent(meta: number, time: number, id: number, bytes: Uint8Array): boolean {
		if (!this.#overflow.empty || !this.#ring.repeat(meta, time, id, bytes)) return this.offer(meta, time, id, bytes);
		this.#published();
		return true;
	}

	/** Whether `data` of this size fits completely; `mayWait`: on the heap too. */
	takesData(total: number, mayWait: boolean): boolean {
		this.#drain();
		if (this.#overflow.empty && this.#ring.fits(pieces(total))) return true;
		return mayWait && !this.#goesOn && this.#overflow.takesData(total);
	}

	/** Adds `data` that `takesData` has accepted, as several records if necessary. */
	data(meta: number, time: number, id: number, bytes: Uint8Array): void {
		const total = bytes.length;
		let from = 0;
		for (const piece of pieces(total)) {
			const to = from + piece;
			this.#add(to < total ? meta | MORE : meta, time, id, bytes, from, to, total);
			from = to;
		}
		this.#published();
	}

	/** Adds a record that must not be lost. `total` is the payload that the record stands for, that of `bytes` if left out. */
	control(meta: number, id: number, bytes: Uint8Array, total = bytes.length): void {
		this.#drain();
		this.#add(meta, performance.now(), id, bytes, 0, bytes.length, total);
		this.#published();
	}

	/** Wakes the writer at once. */
	wakeNow(): void {
		this.#ring.wakeNow();
	}

	/** Call when the writer reports that less than a quarter of the ring is in use. True when sockets need not wait any more. */
	relieve(): boolean {
		this.#drain();
		if (!this.#saturated) return false;
		if (!this.#overflow.empty || this.#ring.used(this.#lowWater) >= this.#lowWater) {
			this.#askForRelief();
			return false;
		}
		this.#saturated = false;
		return true;
	}

	/** Notifies those who wait that they can continue. */
	tellRelieved(): void {
		for (const listener of [...this.#reliefListeners]) listener();
	}

	/** Changes the inputs of `saturated`. */
	#change(change: () => void): void {
		const before = this.saturated;
		change();
		if (before && !this.saturated) this.tellRelieved();
	}

	#add(meta: number, time: number, id: number, bytes: Uint8Array, from: number, to: number, total: number): void {
		if (this.#overflow.empty && this.#ring.push(meta, time, id, bytes, from, to, total)) return;
		this.#overflow.add({ meta, time, id, payload: new Uint8Array(bytes.subarray(from, to)), total });
	}

	#drain(): void {
		if (this.#overflow.empty) return;
		this.#overflow.drain(({ meta, time, id, payload, total }) =>
			this.#ring.push(meta, time, id, payload, 0, payload.length, total),
		);
		this.#ring.wake();
	}

	#published(): void {
		if (!this.#saturated && (!this.#overflow.empty || this.#ring.used(this.#highWater) > this.#highWater)) {
			this.#saturated = true;
			this.#askForRelief();
		}
		this.#ring.wake();
	}

	#askForRelief(): void {
		Atomics.store(this.#shared.slots, SLOT.reliefWanted, 1);
		this.#ring.wakeNow();
	}
}

/** The record sizes for payload of this size; an empty payload is a record too. */
function pieces(total: number): number[] {
	const sizes: number[] = [];
	for (let at = 0; at === 0 || at < total; at += RECORD_PAYLOAD_BYTES) {
		sizes.push(Math.min(RECORD_PAYLOAD_BYTES, total - at));
	}
	return sizes;
}
