import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { formatComment, GOES_ON } from '../format/comment.ts';
import { optionText } from '../pcapng/build.ts';
import { LINK, type LinkType } from '../pcapng/format.ts';
import type { RingRecord } from '../ring/consumer.ts';
import { FLAG, PACKET_PAYLOAD_BYTES } from '../ring/layout.ts';
import { type Conversation, LOCAL, REMOTE, type Side } from './conversation.ts';
import type { EventFrame } from './frame.ts';
import type { PacketWriter } from './packets.ts';
import type { EventMarks, TcpWriter } from './tcp.ts';

const DATA = EVENT_KINDS.indexOf('data');
/** UDP payload that fits one IP packet: RFC 791 and RFC 8200 lengths less the headers. */
const DATAGRAM_BYTES = { 20: 65_507, 40: 65_527 } as const;

/** Writes `data` events: one or more packets each, from one or more records. */
export class DataWriter {
	readonly #frame: EventFrame;
	readonly #packets: PacketWriter;
	readonly #tcp: TcpWriter;
	readonly #marks: EventMarks;
	/** Link type of an event whose next record is expected. */
	#open: LinkType | undefined;

	constructor(frame: EventFrame, packets: PacketWriter, tcp: TcpWriter, marks: EventMarks) {
		this.#frame = frame;
		this.#packets = packets;
		this.#tcp = tcp;
		this.#marks = marks;
	}

	write(conversation: Conversation, record: RingRecord): void {
		const direction = (record.meta >>> 16) & 0xff;
		const flags = record.meta >>> 24;
		const side = direction === 1 ? REMOTE : LOCAL;
		const marks = this.#marks;
		if ((flags & FLAG.again) === 0) this.#packets.otherBytes();
		const link = this.#open ?? this.#linkFor(conversation, side, flags, record.total);
		if (this.#open === undefined) {
			marks.interfaceId = this.#frame.begin(conversation.connection.endpoint, link).id;
			marks.connection = conversation.connection.id;
		}
		const more = (flags & FLAG.more) !== 0;
		this.#open = more ? link : undefined;
		const limit = this.#limit(conversation, link, record.total);
		let done = 0;
		do {
			const length = Math.min(record.length - done, limit);
			const last = !more && done + length === record.length;
			this.#frame.makeRoom();
			marks.comment = undefined;
			marks.direction = direction;
			this.#packet(conversation, side, link, record.start + done, length, last);
			done += length;
		} while (done < record.length);
		if (!more) this.#frame.end(record.id, DATA, direction, record.total);
	}

	/** IP where a packet of that kind could be on a wire at this point, else an exported PDU. */
	#linkFor(conversation: Conversation, side: Side, flags: number, total: number): LinkType {
		if (!conversation.ip || (flags & FLAG.mirrored) !== 0) return LINK.exported;
		if (conversation.connection.protocol === 'udp') return LINK.ip;
		return total > 0 && conversation.canSend(side) ? LINK.ip : LINK.exported;
	}

	#limit(conversation: Conversation, link: LinkType, total: number): number {
		if (conversation.connection.protocol === 'tcp' || link === LINK.exported) return PACKET_PAYLOAD_BYTES;
		const datagram = DATAGRAM_BYTES[conversation.ip?.[0].ipBytes === 40 ? 40 : 20];
		return total <= datagram ? datagram : PACKET_PAYLOAD_BYTES;
	}

	#packet(conversation: Conversation, side: Side, link: LinkType, start: number, length: number, last: boolean): void {
		const isTcp = conversation.connection.protocol === 'tcp';
		if (link === LINK.ip && isTcp) {
			this.#tcp.data(conversation, side, start, length, last);
			return;
		}
		if (!last) this.#marks.comment = this.#goesOn(conversation.connection.id);
		if (link === LINK.exported) this.#packets.exported(conversation.exported[side], this.#marks, start, length);
		else if (conversation.ip) this.#packets.udp(conversation.ip[side], this.#marks, start, length);
	}

	#goesOn(connection: number): Uint8Array {
		const direction = DIRECTIONS[this.#marks.direction] ?? 'none';
		return optionText(formatComment({ connection, kind: 'data', direction, text: GOES_ON }));
	}
}
