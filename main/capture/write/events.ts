import type { EventClock } from '../../../common/capture/clock.ts';
import {
	type CaptureConnection,
	DIRECTIONS,
	type Direction,
	EVENT_KINDS,
	type EventKind,
} from '../../../common/capture/event.ts';
import { openText } from '../../../common/capture/open-text.ts';
import { formatComment } from '../format/comment.ts';
import { type EventWords, formatSentence } from '../format/sentence-comment.ts';
import { exportedForm, type PacketForm } from '../packet/forms.ts';
import { optionText } from '../pcapng/build.ts';
import { LINK } from '../pcapng/format.ts';
import type { RingRecord } from '../ring/consumer.ts';
import { FLAG, RECORD } from '../ring/layout.ts';
import { decodeAnnotation, decodeOpen, decodeRun, decodeWords, type RunRecord } from '../ring/records.ts';
import { Conversation, LOCAL, REMOTE } from './conversation.ts';
import { DataWriter } from './data.ts';
import type { EventFrame } from './frame.ts';
import type { Interfaces } from './interfaces.ts';
import { PacketWriter, type PayloadSource } from './packets.ts';
import type { SegmentStore } from './store.ts';
import { type EventMarks, TcpWriter } from './tcp.ts';

/** Converts events to packets and index rows: from the ring's records, or one by one. */
export class EventWriter {
	readonly #source: PayloadSource;
	readonly #clock: EventClock;
	readonly #frame: EventFrame;
	readonly #interfaces: Interfaces;
	readonly #marks: EventMarks = {
		interfaceId: 0,
		direction: 0,
		connection: 0,
		comment: undefined,
		sentence: undefined,
	};
	readonly #packets: PacketWriter;
	readonly #tcp: TcpWriter;
	readonly #data: DataWriter;
	readonly #conversations = new Map<number, Conversation>();
	readonly #bare: PacketForm = exportedForm('tcp');
	/** Events of connections or endpoints that were never announced, or are closed: they cannot be written. */
	lost = 0;

	constructor(
		source: PayloadSource,
		clock: EventClock,
		frame: EventFrame,
		interfaces: Interfaces,
		store: SegmentStore,
	) {
		this.#source = source;
		this.#clock = clock;
		this.#frame = frame;
		this.#interfaces = interfaces;
		this.#packets = new PacketWriter(store.batch, source, clock);
		this.#tcp = new TcpWriter(this.#packets, this.#marks);
		this.#data = new DataWriter(frame, this.#packets, this.#tcp, this.#marks);
	}

	/** Writes one record's part of an event. Its bytes are not needed afterwards. */
	write(record: RingRecord): void {
		this.#clock.set(record.time);
		const type = record.meta & 0xff;
		if (type === RECORD.data) {
			const conversation = this.#conversations.get(record.id);
			if (conversation) this.#data.write(conversation, record);
			else if (((record.meta >>> 24) & FLAG.more) === 0) this.lost++;
		} else if (type === RECORD.endpoint) {
			this.endpoint(record.id, decodeRun(this.#payload(record)));
		} else if (type === RECORD.open) {
			this.open(decodeOpen(this.#payload(record)));
		} else if (type === RECORD.connectionEvent) {
			this.#connectionEvent(record);
		} else if (type === RECORD.endpointEvent) {
			this.#endpointEvent(record);
		} else if (type === RECORD.annotation) {
			this.#annotation(record);
		} else if (type === RECORD.gap) {
			const side = ((record.meta >>> 16) & 0xff) === 1 ? REMOTE : LOCAL;
			this.#conversations.get(record.id)?.skip(side, record.total);
		}
	}

	#payload(record: RingRecord): Uint8Array {
		return this.#source.bytes.slice(record.start, record.start + record.length);
	}

	/** Announces a run of an endpoint under its own handle. */
	endpoint(handle: number, run: RunRecord): void {
		this.#interfaces.add(handle, run);
	}

	/** The `open` event of a connection. */
	open(connection: CaptureConnection): void {
		if (!this.#interfaces.has(connection.endpoint)) {
			this.lost++;
			return;
		}
		const conversation = new Conversation(connection);
		this.#conversations.set(connection.id, conversation);
		const direction = connection.role === 'accepted' ? 1 : 2;
		const natural = connection.protocol === 'tcp' && conversation.ip !== undefined;
		this.#begin(conversation, natural, 'open', direction, { text: openText(connection) });
		if (natural) this.#tcp.open(conversation);
		else this.#comment(conversation, direction);
		this.#frame.end(connection.id, EVENT_KINDS.indexOf('open'), direction, 0);
	}

	/** A closed connection continues: packets that were in flight at its close. They are exported PDUs. */
	reopen(connection: CaptureConnection): void {
		const conversation = new Conversation(connection);
		conversation.reset = true;
		this.#conversations.set(connection.id, conversation);
	}

	/** No more events of a connection follow, closed or not. */
	forget(connection: number): void {
		this.#conversations.delete(connection);
	}

	#connectionEvent(record: RingRecord): void {
		const kind = EVENT_KINDS[(record.meta >>> 8) & 0xff];
		const words = decodeWords(this.#payload(record));
		if (kind) this.connectionEvent(record.id, kind, (record.meta >>> 16) & 0xff, words);
		else this.lost++;
	}

	/** An event of a connection besides `open` and `data`. `direction`: its index in DIRECTIONS. */
	connectionEvent(id: number, kind: EventKind, direction: number, words: EventWords): void {
		const conversation = this.#conversations.get(id);
		if (!conversation) {
			this.lost++;
			return;
		}
		const natural = this.#isNatural(conversation, kind, direction);
		this.#begin(conversation, natural, kind, direction, words);
		if (natural) this.#naturally(conversation, kind, direction);
		else this.#comment(conversation, direction);
		this.#frame.end(id, EVENT_KINDS.indexOf(kind), direction, 0);
		if (kind === 'close') this.forget(id);
	}

	/** Whether this event is a TCP packet that can be sent at this point. */
	#isNatural(conversation: Conversation, kind: EventKind, direction: number): boolean {
		if (!conversation.ip || conversation.connection.protocol !== 'tcp') return false;
		if (kind === 'end') return conversation.canSend(direction === 1 ? REMOTE : LOCAL);
		if (kind === 'close') return conversation.canClose(direction === 1);
		return kind === 'reset' && !conversation.reset;
	}

	#naturally(conversation: Conversation, kind: EventKind, direction: number): void {
		const side = direction === 1 ? REMOTE : LOCAL;
		if (kind === 'end') this.#tcp.end(conversation, side);
		else if (kind === 'reset') this.#tcp.reset(conversation, side);
		else this.#tcp.close(conversation, direction === 1);
	}

	#begin(conversation: Conversation, natural: boolean, kind: EventKind, code: number, words: EventWords): void {
		const { id, endpoint } = conversation.connection;
		const direction = DIRECTIONS[code] ?? 'none';
		this.#marks.interfaceId = this.#frame.begin(endpoint, natural ? LINK.ip : LINK.exported).id;
		this.#marks.connection = id;
		this.#say(id, kind, direction, words);
	}

	/** Sets the comments of the next packet. */
	#say(connection: number, kind: EventKind, direction: Direction, { text, says }: EventWords): void {
		this.#marks.comment = optionText(formatComment({ connection, kind, direction, text }));
		const sentence = says === undefined ? undefined : formatSentence(says);
		this.#marks.sentence = sentence === undefined ? undefined : optionText(sentence);
	}

	/** The comments are written. */
	#said(): void {
		this.#marks.comment = undefined;
		this.#marks.sentence = undefined;
	}

	/** An exported PDU without bytes: its content is in its comment. */
	#comment(conversation: Conversation, direction: number): void {
		this.#marks.direction = direction;
		this.#packets.exported(conversation.exported[direction === 1 ? REMOTE : LOCAL], this.#marks, 0, 0);
		this.#said();
	}

	#endpointEvent(record: RingRecord): void {
		const kind = EVENT_KINDS[(record.meta >>> 8) & 0xff];
		const words = decodeWords(this.#payload(record));
		if (kind) this.endpointEvent(record.id, kind, words);
		else this.lost++;
	}

	/** An event of the endpoint with this handle. */
	endpointEvent(handle: number, kind: EventKind, words: EventWords): void {
		if (!this.#interfaces.has(handle)) {
			this.lost++;
			return;
		}
		const marks = this.#marks;
		marks.interfaceId = this.#frame.begin(handle, LINK.exported).id;
		marks.connection = 0;
		marks.direction = 0;
		this.#say(0, kind, 'none', words);
		this.#packets.exported(this.#bare, marks, 0, 0);
		this.#said();
		this.#frame.end(0, EVENT_KINDS.indexOf(kind), 0, 0);
	}

	/** A packet without bytes that is no event and has no row. */
	#annotation(record: RingRecord): void {
		const { time, comment } = decodeAnnotation(this.#payload(record));
		const marks = this.#marks;
		marks.interfaceId = this.#frame.beginAside().id;
		marks.connection = record.id;
		marks.direction = 0;
		marks.comment = optionText(comment);
		this.#clock.setWall(time);
		this.#packets.exported(this.#bare, marks, 0, 0);
		this.#frame.leave();
	}
}
