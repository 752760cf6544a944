import type { LinkType } from '../pcapng/format.ts';
import type { Clock } from './clock.ts';
import type { Interfaces, SectionInterface } from './interfaces.ts';
import type { Patience } from './patience.ts';
import type { SegmentStore } from './store.ts';

/**
 * The frame of one event in the files: it begins at a place in a segment, takes some packets, and ends with a row in
 * the index. A segment is only changed between events.
 */
export class EventFrame {
	readonly #store: SegmentStore;
	readonly #interfaces: Interfaces;
	readonly #clock: Clock;
	readonly #patience: Patience;
	readonly #append = (block: Uint8Array): number => {
		const offset = this.#store.position;
		this.#store.batch.append(block);
		return offset;
	};
	#start = 0;
	#interfaceOffset = 0;

	constructor(store: SegmentStore, interfaces: Interfaces, clock: Clock, patience: Patience) {
		this.#store = store;
		this.#interfaces = interfaces;
		this.#clock = clock;
		this.#patience = patience;
	}

	/** Opens the first segment. Throws Node's errors. */
	openFirst(): void {
		this.#store.openNext();
		this.#interfaces.begin(this.#store.number);
		this.#store.commit();
	}

	/** Begins an event on the interface of this run and link type. */
	begin(handle: number, link: LinkType): SectionInterface {
		this.makeRoom();
		if (this.#store.segmentFull) this.#rotate();
		const target = this.#interfaces.get(handle, link, this.#append);
		this.makeRoom();
		this.#start = this.#store.position;
		this.#interfaceOffset = target.offset;
		return target;
	}

	/** Sees to there being room for a packet. */
	makeRoom(): void {
		if (this.#store.batchFull) this.commit();
	}

	/** Writes what is in the batches, however long it takes. */
	commit(): void {
		this.#patience.run(() => this.#store.commit());
	}

	/** Ends the event. Codes are positions in EVENT_KINDS and DIRECTIONS. */
	end(connection: number, kind: number, direction: number, length: number): void {
		const { rows } = this.#store;
		const { words } = rows;
		const at = rows.word;
		words[at] = this.#clock.low;
		words[at + 1] = this.#clock.high;
		words[at + 2] = this.#start;
		words[at + 3] = this.#store.position - this.#start;
		words[at + 4] = this.#interfaceOffset;
		words[at + 5] = connection;
		words[at + 6] = length;
		words[at + 7] = kind | (direction << 8);
		rows.word = at + 8;
	}

	#rotate(): void {
		this.commit();
		this.#patience.run(() => this.#store.closeSegment());
		this.#patience.run(() => this.#store.openNext());
		this.#interfaces.begin(this.#store.number);
	}
}
