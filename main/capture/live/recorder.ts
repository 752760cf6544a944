import {
	type CaptureConnection,
	type CaptureEndpoint,
	type CaptureSink,
	DIRECTIONS,
	type Direction,
	EVENT_KINDS,
	type EventKind,
} from '../../../common/capture/event.ts';
import { openText } from '../../../common/capture/open-text.ts';
import type { Sentence } from '../../../common/contract/base/sentence.ts';
import type { WhenDiskFails } from '../../../common/contract/calls/settings.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';
import { formatAnnotation, type KeptAnnotation } from '../format/annotation.ts';
import type { SegmentLimits } from '../format/limits.ts';
import type { EventWords } from '../format/sentence-comment.ts';
import { createShared, FLAG, packMeta, RECORD, type SharedViews } from '../ring/layout.ts';
import { encodeAnnotation, encodeLimits, encodeOpen, encodeRun, encodeWords } from '../ring/records.ts';
import { Losses } from './losses.ts';
import { RecordQueue } from './record-queue.ts';

const DATA = EVENT_KINDS.indexOf('data');
const NOTE = EVENT_KINDS.indexOf('note');
const DATA_META = {
	in: packMeta(RECORD.data, DATA, DIRECTIONS.indexOf('in'), 0),
	out: packMeta(RECORD.data, DATA, DIRECTIONS.indexOf('out'), 0),
} as const;
const MIRRORED = packMeta(0, 0, 0, FLAG.mirrored);
/** Maximum text of an event, in UTF-16 units; a packet comment holds a little less than 64 KiB. */
const TEXT_UNITS = 16_384;
const NOTHING = new Uint8Array(0);
/** From this size on a reply that is the received bytes shares their place in the ring: smaller ones are copied as fast. */
const SHARED_BYTES = 4096;
/** A ring of chunks, as the real one is, for rehearsed events: less than half of it is ever used. */
const REHEARSAL_BYTES = 8 << 20;

interface OpenConnection {
	readonly endpoint: number;
	readonly datagrams: boolean;
	readonly connection: CaptureConnection;
}

/** The main thread's end of the capture: copies events into the ring, and counts. Never blocks, never throws under load. */
export class Recorder implements CaptureSink {
	#queue: RecordQueue;
	readonly #onActivity: () => void;
	readonly #onOwnNote: (endpoint: number, text: string) => void;
	/** Open connections. */
	#connections = new Map<number, OpenConnection>();
	/** Open connections unknown to the current capture: undefined when there are none. */
	#strangers: Set<number> | undefined;
	readonly #losses = new Losses((endpoint, text) => this.#ownNote(endpoint, text));
	/** Connections whose `open` could not be kept, and their endpoints: their other events are not kept either. */
	readonly #unrecorded = new Map<number, number>();
	#handles = 0;
	#ended = false;
	/** Events passed in, those of them that could not be kept, and payload bytes. */
	received = 0;
	dropped = 0;
	bytesIn = 0;
	bytesOut = 0;

	/**
	 * `onActivity` is called with every event: keep it cheap. `onOwnNote` receives the capture's own notes: about losses,
	 * and remarks.
	 */
	constructor(
		shared: SharedViews,
		onActivity: () => void,
		onOwnNote: (endpoint: number, text: string) => void = () => undefined,
	) {
		this.#queue = new RecordQueue(shared);
		this.#onActivity = onActivity;
		this.#onOwnNote = onOwnNote;
	}

	rehearse(work: () => void): void {
		const kept = [this.#queue, this.#connections] as const;
		const { received, dropped, bytesIn, bytesOut } = this;
		this.#queue = new RecordQueue(createShared(REHEARSAL_BYTES));
		this.#connections = new Map();
		try {
			work();
		} finally {
			[this.#queue, this.#connections] = kept;
			Object.assign(this, { received, dropped, bytesIn, bytesOut });
		}
	}

	get saturated(): boolean {
		return this.#queue.saturated;
	}

	whenDiskFails(what: WhenDiskFails): void {
		this.#queue.whenDiskFails(what);
	}

	/** Whether the disk currently cannot be written. */
	diskFails(failing: boolean): void {
		this.#queue.diskFails(failing);
	}

	onRelief(listener: () => void): () => void {
		return this.#queue.onRelief(listener);
	}

	addEndpoint(endpoint: CaptureEndpoint): number {
		const handle = ++this.#handles;
		this.#queue.control(packMeta(RECORD.endpoint, 0, 0, 0), handle, encodeRun(endpoint));
		return handle;
	}

	open(connection: CaptureConnection): void {
		this.received++;
		if (!this.#queue.takesEvent) {
			this.#unrecorded.set(connection.id, connection.endpoint);
			this.#lose(connection.endpoint, connection.id);
			return;
		}
		this.#connections.set(connection.id, {
			endpoint: connection.endpoint,
			datagrams: connection.protocol === 'udp',
			connection,
		});
		this.#queue.control(
			packMeta(RECORD.open, EVENT_KINDS.indexOf('open'), 0, 0),
			connection.id,
			encodeOpen(connection),
		);
		this.#onActivity();
	}

	data(connection: number, direction: 'in' | 'out', bytes: Uint8Array, mirrored: boolean): void {
		const length = bytes.length;
		if (this.#strangers !== undefined) this.#introduce(connection);
		this.received++;
		if (direction === 'in') this.bytesIn += length;
		else this.bytesOut += length;
		const unrecorded = this.#unrecorded.size === 0 ? undefined : this.#unrecorded.get(connection);
		if (unrecorded !== undefined) {
			this.dropped++;
			this.#losses.data(unrecorded, connection, direction, length, false);
			this.#onActivity();
			return;
		}
		const meta = mirrored ? DATA_META[direction] | MIRRORED : DATA_META[direction];
		const time = performance.now();
		const direct = !this.#losses.gaps.has(connection) && this.#offer(meta, time, connection, direction, bytes);
		if (!direct) this.#dataLater(meta, time, connection, direction, bytes);
		this.#onActivity();
	}

	connectionEvent(
		connection: number,
		kind: 'end' | 'close' | 'reset' | 'error' | 'note',
		direction: Direction,
		text: string,
		says?: Sentence,
	): void {
		if (this.#strangers !== undefined) this.#introduce(connection);
		const unrecorded = this.#unrecorded.get(connection);
		if (unrecorded !== undefined) {
			this.received++;
			this.#lose(unrecorded, connection);
			if (kind === 'close') this.#unrecorded.delete(connection);
			return;
		}
		this.#bridge(connection);
		const endpoint = this.#connections.get(connection)?.endpoint ?? 0;
		if (kind === 'close') this.#connections.delete(connection);
		this.#event(RECORD.connectionEvent, connection, endpoint, kind, direction, { text, says });
	}

	endpointEvent(endpoint: number, kind: 'listening' | 'error' | 'note', text: string, says?: Sentence): void {
		this.#event(RECORD.endpointEvent, endpoint, endpoint, kind, 'none', { text, says });
	}

	/** Later events belong to another capture, in `folder`; the writer answers `id` when it has reached it. */
	moveTo(id: number, folder: string): void {
		this.#queue.control(packMeta(RECORD.move, 0, 0, 0), id, new TextEncoder().encode(folder));
		this.#strangers = new Set(this.#connections.keys());
		this.#queue.wakeNow();
	}

	/** The writer could not start another capture: this one knows all connections. */
	stay(): void {
		this.#strangers = undefined;
	}

	setLimits(limits: SegmentLimits): void {
		this.#queue.control(packMeta(RECORD.limits, 0, 0, 0), 0, encodeLimits(limits));
	}

	missed(endpoint: number, events: number, text: string): void {
		this.received += events;
		this.dropped += events;
		this.#note(endpoint, text);
	}

	/** A note about the capture itself, on the latest endpoint. */
	remark(text: string): void {
		if (this.#handles > 0 && !this.#ended) this.#ownNote(this.#handles, text);
	}

	/** Writes a mark or a note, which is no event. Does nothing once the capture has ended. */
	annotate({ annotation, time, connection }: KeptAnnotation): void {
		if (this.#ended) return;
		const bytes = encodeAnnotation(time, formatAnnotation(annotation));
		this.#queue.control(packMeta(RECORD.annotation, 0, 0, 0), connection, bytes);
		this.#onActivity();
	}

	/** A mark that the writer answers once everything before it is stored. */
	sync(id: number): void {
		this.#queue.control(packMeta(RECORD.sync, 0, 0, 0), id, NOTHING);
		this.#queue.wakeNow();
	}

	/** The last record. */
	end(): void {
		this.#losses.tell();
		this.#ended = true;
		this.#queue.control(packMeta(RECORD.close, 0, 0, 0), 0, NOTHING);
		this.#queue.wakeNow();
	}

	/** Call when the writer reports that less than a quarter of the ring is in use. */
	relieve(): void {
		if (!this.#queue.relieve()) return;
		this.#losses.relieved();
		this.#queue.tellRelieved();
	}

	/** An event without bytes that is not kept. */
	#lose(endpoint: number, connection: number): void {
		this.dropped++;
		this.#losses.event(endpoint, connection);
		this.#onActivity();
	}

	#event(type: number, id: number, endpoint: number, kind: EventKind, direction: Direction, words: EventWords): void {
		this.received++;
		const optional = kind === 'error' || kind === 'note';
		if (optional && !this.#queue.takesEvent) {
			this.dropped++;
			this.#losses.event(endpoint, type === RECORD.connectionEvent ? id : 0);
		} else {
			const meta = packMeta(type, EVENT_KINDS.indexOf(kind), DIRECTIONS.indexOf(direction), 0);
			this.#queue.control(meta, id, encodeWords({ ...words, text: words.text.slice(0, TEXT_UNITS) }));
		}
		this.#onActivity();
	}

	#ownNote(endpoint: number, text: string): void {
		this.#note(endpoint, text);
		this.#onOwnNote(endpoint, text);
	}

	/** A note that is never dropped, as there are few. */
	#note(endpoint: number, text: string): void {
		this.received++;
		this.#queue.control(packMeta(RECORD.endpointEvent, NOTE, 0, 0), endpoint, encodeWords({ text }));
		this.#onActivity();
	}

	/** A capture that starts during a connection notes that before its first event of it. */
	#introduce(connection: number): void {
		if (!this.#strangers?.delete(connection)) return;
		if (this.#strangers.size === 0) this.#strangers = undefined;
		const known = this.#connections.get(connection);
		if (!known) return;
		const text = noteTexts.openBefore({ connection: openText(known.connection) });
		this.#event(RECORD.connectionEvent, connection, known.endpoint, 'note', 'none', { text });
	}

	/** Writes the number of missing bytes before the next event of a connection. */
	#bridge(connection: number): void {
		const gap = this.#losses.gaps.get(connection);
		if (!gap) return;
		this.#losses.gaps.delete(connection);
		for (const direction of ['in', 'out'] as const) {
			if (gap[direction] === 0) continue;
			const meta = packMeta(RECORD.gap, 0, DIRECTIONS.indexOf(direction), 0);
			this.#queue.control(meta, connection, NOTHING, gap[direction] >>> 0);
		}
	}

	/** Adds data as one record, if that is possible at once. Datagrams are received into memory that is used again. */
	#offer(meta: number, time: number, id: number, direction: 'in' | 'out', bytes: Uint8Array): boolean {
		const small = bytes.length < SHARED_BYTES;
		if (small || this.#connections.get(id)?.datagrams !== false) return this.#queue.offer(meta, time, id, bytes);
		if (direction === 'in') return this.#queue.offerReceived(meta, time, id, bytes);
		return this.#queue.offerSent(meta, time, id, bytes);
	}

	/** Data that does not fit at once as one record: an event is kept completely or not at all. */
	#dataLater(meta: number, time: number, id: number, direction: 'in' | 'out', bytes: Uint8Array): void {
		const { endpoint = 0, datagrams = false } = this.#connections.get(id) ?? {};
		if (!this.#queue.takesData(bytes.length, !datagrams)) {
			this.dropped++;
			this.#losses.data(endpoint, id, direction, bytes.length, !datagrams);
			return;
		}
		this.#bridge(id);
		this.#queue.data(meta, time, id, bytes);
	}
}
