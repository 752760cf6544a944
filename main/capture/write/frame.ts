import type { EventClock } from '../../../common/capture/clock.ts';
import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { diskError } from '../format/disk-error.ts';
import { sealRow } from '../format/index-file.ts';
import type { SegmentLimits } from '../format/limits.ts';
import { LINK, type LinkType } from '../pcapng/format.ts';
import { captureError } from '../sentences/capture-error.ts';
import type { DiskRetry } from './disk-retry.ts';
import { type Interfaces, MARKS_HANDLE, type SectionInterface } from './interfaces.ts';
import type { SegmentStore } from './store.ts';
import { LOOK_MS, type Watch } from './watch.ts';

/**
 * The frame of one event in the files: it starts at a place in a segment, takes some packets, and ends with a row in
 * the index. The segment is only changed between events.
 */
export class EventFrame {
	readonly #store: SegmentStore;
	readonly #interfaces: Interfaces;
	readonly #clock: EventClock;
	readonly #retry: DiskRetry;
	readonly #append = (block: Uint8Array): number => {
		const offset = this.#store.position;
		this.#store.batch.append(block);
		return offset;
	};
	readonly #watch: Watch;
	/** Start of the current event. */
	#start: number | undefined;
	#interface: SectionInterface | undefined;

	readonly #onLetGo: () => void;

	/** `onLetGo`: the store's first event has changed, as its oldest segments were deleted. */
	constructor(
		store: SegmentStore,
		interfaces: Interfaces,
		clock: EventClock,
		retry: DiskRetry,
		watch: Watch,
		onLetGo: () => void,
	) {
		this.#onLetGo = onLetGo;
		this.#store = store;
		this.#interfaces = interfaces;
		this.#clock = clock;
		this.#retry = retry;
		this.#watch = watch;
	}

	/** Opens the first segment. Throws Node's errors. */
	openFirst(): void {
		this.#store.openNext();
		this.#interfaces.begin(this.#store.number);
		this.#store.commit();
	}

	/** Starts an event on the interface of this run and link type. */
	begin(handle: number, link: LinkType): SectionInterface {
		this.makeRoom();
		if (this.#store.segmentFull) this.#rotate();
		const target = this.#interfaces.get(handle, link, this.#append);
		this.makeRoom();
		this.#start = this.#store.position;
		this.#interface = target;
		return target;
	}

	/** Starts a packet outside of events, on the interface of marks and notes. `leave` ends it. */
	beginAside(): SectionInterface {
		return this.begin(MARKS_HANDLE, LINK.exported);
	}

	leave(): void {
		this.#start = undefined;
	}

	/** Ensures that there is room for a packet. */
	makeRoom(): void {
		if (this.#store.batchFull) this.commit();
	}

	/** Writes the batches, however long it takes, and checks regularly whether the files still exist. */
	commit(): void {
		this.#retry.run(() => {
			this.#watch.look(() => this.#moveOn());
			this.#store.commit();
		});
	}

	/** Unreported changes of the files by other programs; undefined where there are none. */
	checkEnd(): ErrorInfo | undefined {
		return this.#watch.atEnd();
	}

	/** Ends the capture and starts another in `folder`. Only between events. Throws Node's errors, and then continues as before. */
	relocate(folder: string): void {
		this.#watch.hurry();
		this.commit();
		this.#store.relocate(folder);
		this.#interfaces.forget();
		this.#interfaces.begin(this.#store.number);
	}

	/** Applies these limits to the capture from now on. Only between events. */
	setLimits(limits: SegmentLimits): void {
		this.#store.setLimits(limits);
		this.#letGo();
	}

	/** Ends the event. Codes are indexes into EVENT_KINDS and DIRECTIONS. */
	end(connection: number, kind: number, direction: number, length: number): void {
		const { rows } = this.#store;
		const { words } = rows;
		const at = rows.word;
		const start = this.#start ?? 0;
		this.#start = undefined;
		words[at] = this.#clock.low;
		words[at + 1] = this.#clock.high;
		words[at + 2] = start;
		words[at + 3] = this.#store.position - start;
		words[at + 4] = this.#interface?.offset ?? 0;
		words[at + 5] = connection;
		words[at + 6] = length;
		words[at + 7] = kind | (direction << 8);
		sealRow(words, at);
		rows.word = at + 8;
	}

	/** Moves data for deleted files into a new segment. */
	#moveOn(): void {
		const store = this.#store;
		const start = store.waitingFrom ?? this.#start ?? store.position;
		const head = store.moveOn(start, this.#interfaces.before(start));
		const place = this.#interfaces.move(store.number, start, head);
		store.moveRows(place);
		if (this.#start !== undefined) this.#start = place(this.#start);
	}

	/** A segment that cannot be deleted blocks nothing: the capture then exceeds its limit, and reports that. */
	#letGo(): void {
		try {
			if (this.#store.letGo()) this.#onLetGo();
		} catch (error) {
			const { code, details } = diskError(error);
			const kept = captureError(code, 'oldestPartStays', { folder: this.#store.folder }, details);
			this.#retry.show(kept.toInfo(), LOOK_MS * 2);
		}
	}

	#rotate(): void {
		this.#watch.hurry();
		this.commit();
		if (!this.#store.segmentFull) return;
		this.#retry.run(() => this.#store.closeSegment());
		this.#letGo();
		this.#retry.run(() => this.#store.openNext());
		this.#interfaces.begin(this.#store.number);
	}
}
