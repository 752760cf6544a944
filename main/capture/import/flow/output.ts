import type { EventClock } from '../../../../common/capture/clock.ts';
import { type CaptureConnection, EVENT_KINDS, type EventKind } from '../../../../common/capture/event.ts';
import type { RingRecord } from '../../ring/consumer.ts';
import { packMeta, RECORD, SLOT } from '../../ring/layout.ts';
import type { RunRecord } from '../../ring/records.ts';
import { DiskRetry } from '../../write/disk-retry.ts';
import { EventWriter } from '../../write/events.ts';
import { EventFrame } from '../../write/frame.ts';
import { Interfaces } from '../../write/interfaces.ts';
import type { PayloadSource } from '../../write/packets.ts';
import { SegmentStore } from '../../write/store.ts';
import { Watch } from '../../write/watch.ts';
import { Memory } from '../input/memory.ts';

const DATA = EVENT_KINDS.indexOf('data');
const DATA_META = [0, 1, 2].map((direction) => packMeta(RECORD.data, DATA, direction, 0));
const GAP_META = [0, 1, 2].map((direction) => packMeta(RECORD.gap, 0, direction, 0));

/** A direction as in the index: `in` is from the client, `out` from the server. */
export type Way = 1 | 2;

/** The folder that an import writes: events with given times. Throws GaveUp where the disk cannot be written. */
export class Output {
	readonly #clock = new GivenClock();
	readonly #lent: { bytes: Buffer; words: Uint32Array };
	readonly #store: SegmentStore;
	readonly #frame: EventFrame;
	readonly #events: EventWriter;
	readonly #record: RingRecord = { meta: 0, time: 0, id: 0, total: 0, start: 0, length: 0 };
	#handles = 0;
	payloadBytes = 0;

	constructor(folder: string, segmentBytes: number) {
		const slots = new Int32Array(SLOT.giveUp + 1);
		// An import does not wait for the disk: it fails with the reason.
		slots[SLOT.giveUp] = 1;
		const retry = new DiskRetry(slots, () => undefined);
		const none = new Memory(0);
		this.#lent = { bytes: none.bytes, words: none.words };
		this.#store = new SegmentStore(folder, { segmentBytes });
		const interfaces = new Interfaces();
		const watch = new Watch(this.#store, retry, () => undefined);
		this.#frame = new EventFrame(this.#store, interfaces, this.#clock, retry, watch, () => undefined);
		const source: PayloadSource = this.#lent;
		this.#events = new EventWriter(source, this.#clock, this.#frame, interfaces, this.#store);
	}

	/** Readable events. */
	get stored(): number {
		return this.#store.stored;
	}

	/** Creates the first segment. Throws Node's errors. */
	begin(): void {
		this.#frame.openFirst();
	}

	/** Sets the time of later events, in two halves of nanoseconds since 1970. */
	at(high: number, low: number): void {
		this.#clock.high = high;
		this.#clock.low = low;
	}

	/** Announces an endpoint; returns its handle. */
	endpoint(run: RunRecord): number {
		const handle = ++this.#handles;
		this.#events.endpoint(handle, run);
		return handle;
	}

	open(connection: CaptureConnection): void {
		this.#events.open(connection);
	}

	reopen(connection: CaptureConnection): void {
		this.#events.reopen(connection);
	}

	forget(connection: number): void {
		this.#events.forget(connection);
	}

	data(connection: number, way: Way, memory: Memory, start: number, length: number): void {
		this.#lent.bytes = memory.bytes;
		this.#lent.words = memory.words;
		this.payloadBytes += length;
		this.#write(DATA_META[way] ?? 0, connection, start, length, length);
	}

	/** This many bytes of a TCP connection are missing here: sequence numbers skip them. */
	skip(connection: number, way: Way, bytes: number): void {
		this.#write(GAP_META[way] ?? 0, connection, 0, 0, bytes >>> 0);
	}

	/** `way` 0 is none. */
	event(connection: number, kind: EventKind, way: Way | 0, text: string): void {
		this.#events.connectionEvent(connection, kind, way, { text });
	}

	note(handle: number, text: string): void {
		this.#events.endpointEvent(handle, 'note', { text });
	}

	/** Writes the buffered data, so that it can be read. */
	commit(): void {
		this.#frame.commit();
	}

	/** Closes the files. */
	close(): void {
		this.#frame.commit();
		this.#store.sync();
		this.#store.closeSegment();
	}

	#write(meta: number, id: number, start: number, length: number, total: number): void {
		const record = this.#record;
		record.meta = meta;
		record.id = id;
		record.start = start;
		record.length = length;
		record.total = total;
		this.#events.write(record);
	}
}

/** A clock with a given time. */
class GivenClock implements EventClock {
	high = 0;
	low = 0;

	set(): void {
		// Import records have no time of their own.
	}

	setWall(nanoseconds: bigint): void {
		this.high = Number(nanoseconds >> 32n);
		this.low = Number(nanoseconds & 0xffff_ffffn);
	}
}
