import { Clock, type ClockBase } from '../../../common/capture/clock.ts';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import type { SegmentLimits } from '../format/limits.ts';
import { RingConsumer, type RingRecord } from '../ring/consumer.ts';
import { COUNTER, RECORD, type SharedViews, SLOT, WRITER } from '../ring/layout.ts';
import { decodeLimits } from '../ring/records.ts';
import { DiskRetry, GaveUp } from './disk-retry.ts';
import { EventWriter } from './events.ts';
import { EventFrame } from './frame.ts';
import { Interfaces } from './interfaces.ts';
import { SegmentStore } from './store.ts';
import { LOOK_MS, Watch } from './watch.ts';

/** How long the writer lets events accumulate while they keep arriving. */
const REST_MS = 5;

export interface WriterOptions {
	readonly folder: string;
	readonly limits: SegmentLimits;
	readonly clock: ClockBase;
}

/** What the writer thread reports, besides the counters in shared memory. */
export type WriterNews =
	/** The first segment exists. */
	| { readonly type: 'ready' }
	/** Less than a quarter of the ring is in use. */
	| { readonly type: 'relief' }
	/** Set while the disk cannot be written. */
	| { readonly type: 'error'; readonly error: ErrorInfo | undefined }
	/** A note for the capture itself. */
	| { readonly type: 'note'; readonly text: string }
	/** The `sync` or `move` record with this number is done, or has failed. */
	| { readonly type: 'synced'; readonly id: number; readonly error?: ErrorInfo | undefined }
	/** Events before position `first` are not in the files any more. */
	| { readonly type: 'let-go'; readonly first: number };

export interface WriterOrder {
	/** See ring/layout.ts. */
	readonly memory: SharedArrayBuffer;
	readonly options: WriterOptions;
}

export interface WriterEnd {
	/** Set where the disk did not take everything. */
	readonly error: ErrorInfo | undefined;
}

/** Drains the ring into the files until it reaches the close record. Blocks its thread while there is nothing to do. */
export class WriterLoop {
	readonly #shared: SharedViews;
	readonly #consumer: RingConsumer;
	readonly #store: SegmentStore;
	readonly #frame: EventFrame;
	readonly #events: EventWriter;
	readonly #retry: DiskRetry;
	readonly #post: (news: WriterNews) => void;
	readonly #synced: number[] = [];
	#closing = false;
	/** Captures started after the first, and the losses before the latest. */
	#epoch = 0;
	#lostBefore = 0;

	constructor(shared: SharedViews, options: WriterOptions, post: (news: WriterNews) => void) {
		this.#shared = shared;
		this.#post = post;
		this.#consumer = new RingConsumer(shared);
		this.#retry = new DiskRetry(shared.slots, (error) => post({ type: 'error', error }));
		this.#store = new SegmentStore(options.folder, options.limits);
		const clock = new Clock(options.clock);
		const interfaces = new Interfaces();
		const watch = new Watch(this.#store, this.#retry, (text) => post({ type: 'note', text }));
		const letGo = () => {
			this.#publish();
			post({ type: 'let-go', first: this.#store.first });
		};
		this.#frame = new EventFrame(this.#store, interfaces, clock, this.#retry, watch, letGo);
		this.#events = new EventWriter(shared, clock, this.#frame, interfaces, this.#store);
	}

	/** Throws a WirebenchError `disk` where the first segment cannot be created. */
	run(): { readonly error: ErrorInfo | undefined } {
		try {
			this.#frame.openFirst();
		} catch (error) {
			throw WirebenchError.fromInfo(diskError(error));
		}
		this.#publish();
		this.#post({ type: 'ready' });
		let error: ErrorInfo | undefined;
		try {
			while (!this.#closing) {
				this.#drain();
				this.#frame.commit();
				this.#publish();
				if (!this.#closing && this.#consumer.empty) this.#rest();
			}
			error = this.#frame.checkEnd();
			this.#retry.run(() => this.#store.sync());
			this.#retry.run(() => this.#store.closeSegment());
		} catch (failure) {
			if (!(failure instanceof GaveUp)) throw failure;
			error = failure.info;
		}
		this.#publish();
		return { error };
	}

	/** Processes records until there are none or a batch is full. */
	#drain(): void {
		for (let record = this.#consumer.peek(); record; record = this.#consumer.peek()) {
			const type = record.meta & 0xff;
			if (type === RECORD.sync) this.#synced.push(record.id);
			else if (type === RECORD.close) this.#closing = true;
			else if (type === RECORD.move) this.#move(record.id, this.#text(record));
			else if (type === RECORD.limits) this.#frame.setLimits(decodeLimits(this.#text(record)));
			else this.#events.write(record);
			this.#consumer.release();
			if (this.#closing || this.#store.batchFull) return;
		}
	}

	#text({ start, length }: RingRecord): string {
		return new TextDecoder().decode(this.#shared.bytes.slice(start, start + length));
	}

	/** Earlier records belong to the current capture, later ones to another in `folder`. */
	#move(id: number, folder: string): void {
		this.#frame.commit();
		this.#publish();
		let error: ErrorInfo | undefined;
		try {
			this.#frame.relocate(folder);
			this.#lostBefore = this.#events.lost;
			this.#epoch++;
		} catch (failure) {
			if (failure instanceof GaveUp) throw failure;
			error = diskError(failure);
		}
		this.#publish();
		this.#post({ type: 'synced', id, error });
	}

	#publish(): void {
		const { counters, slots } = this.#shared;
		// First: a reader that reads the others and then finds the old epoch has read those of the old one.
		Atomics.store(counters, COUNTER.epoch, BigInt(this.#epoch));
		Atomics.store(counters, COUNTER.lost, BigInt(this.#events.lost - this.#lostBefore));
		Atomics.store(counters, COUNTER.first, BigInt(this.#store.first));
		Atomics.store(counters, COUNTER.gone, BigInt(this.#store.gone));
		Atomics.store(counters, COUNTER.size, BigInt(this.#store.size));
		Atomics.store(counters, COUNTER.stored, BigInt(this.#store.stored));
		for (const id of this.#synced.splice(0)) this.#post({ type: 'synced', id });
		if (this.#consumer.used >= this.#shared.size / 4) return;
		if (Atomics.compareExchange(slots, SLOT.reliefWanted, 1, 0) === 1) this.#post({ type: 'relief' });
	}

	/** Lets events accumulate for a moment; sleeps until it is woken if there were none. */
	#rest(): void {
		const { slots } = this.#shared;
		Atomics.store(slots, SLOT.writerState, WRITER.resting);
		Atomics.wait(slots, SLOT.writerState, WRITER.resting, REST_MS);
		Atomics.store(slots, SLOT.writerState, WRITER.idle);
		// The recorder moves the head (or requests relief), then reads the state; this reads in the opposite order, so that
		// one of them sees the other.
		const nothingToDo = this.#consumer.empty && Atomics.load(slots, SLOT.reliefWanted) === 0;
		// While an error is reported the disk is checked even without events.
		const sleepMs = this.#retry.failing ? LOOK_MS : Number.POSITIVE_INFINITY;
		if (nothingToDo) Atomics.wait(slots, SLOT.writerState, WRITER.idle, sleepMs);
		Atomics.store(slots, SLOT.writerState, WRITER.busy);
	}
}
