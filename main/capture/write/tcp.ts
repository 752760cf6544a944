import { type Conversation, LOCAL, otherSide, REMOTE, type Side } from './conversation.ts';
import { type PacketWriter, TCP } from './packets.ts';

/** A side that received this much without sending must acknowledge it, as its kernel has long done. */
const ACKNOWLEDGE_BYTES = 1 << 20;

/** Fields of a packet that the event sets; the direction follows from the sending side. */
export interface EventMarks {
	interfaceId: number;
	direction: number;
	connection: number;
	comment: Uint8Array | undefined;
	sentence: Uint8Array | undefined;
}

/** The packets of a TCP conversation: each event as on a lossless wire. */
export class TcpWriter {
	readonly #packets: PacketWriter;
	readonly #marks: EventMarks;

	/** `marks` is shared with the code that sets it for each event; its comments go onto the first packet only. */
	constructor(packets: PacketWriter, marks: EventMarks) {
		this.#packets = packets;
		this.#marks = marks;
	}

	/** SYN, SYN and ACK, ACK. */
	open(conversation: Conversation): void {
		const { opener } = conversation;
		this.#send(conversation, opener, TCP.syn, 0, 0);
		this.#send(conversation, otherSide(opener), TCP.syn | TCP.ack, 0, 0);
		this.#send(conversation, opener, TCP.ack, 0, 0);
	}

	/** Payload; the last packet of an event has PSH. */
	data(conversation: Conversation, side: Side, start: number, length: number, last: boolean): void {
		this.#send(conversation, side, last ? TCP.ack | TCP.push : TCP.ack, start, length);
		const other = otherSide(side);
		const waiting = (conversation.sequence[side] - conversation.acknowledged[other]) >>> 0;
		if (last && waiting > ACKNOWLEDGE_BYTES) this.#send(conversation, other, TCP.ack, 0, 0);
	}

	/** FIN. Only for a side that can send. */
	end(conversation: Conversation, side: Side): void {
		this.#send(conversation, side, TCP.fin | TCP.ack, 0, 0);
		conversation.ended.push(side);
	}

	/** RST. Only once. */
	reset(conversation: Conversation, side: Side): void {
		this.#send(conversation, side, TCP.rst | TCP.ack, 0, 0);
		conversation.reset = true;
	}

	/**
	 * Closes it: writes the peer's FIN if the peer closed and it is missing, ours if it is missing (a closing socket has
	 * sent one), and the last ACK once both exist. A FIN that was not seen is not invented.
	 */
	close(conversation: Conversation, byPeer: boolean): void {
		if (byPeer && conversation.canSend(REMOTE)) this.end(conversation, REMOTE);
		if (conversation.canSend(LOCAL)) this.end(conversation, LOCAL);
		const { finalAck } = conversation;
		if (finalAck !== undefined) this.#send(conversation, finalAck, TCP.ack, 0, 0);
	}

	#send(conversation: Conversation, side: Side, flags: number, start: number, length: number): void {
		const form = conversation.ip?.[side];
		if (!form) throw new TypeError('A mirrored connection has no IP packets.');
		const marks = this.#marks;
		marks.direction = side === REMOTE ? 1 : 2;
		const sequence = conversation.sequence[side];
		const acknowledges = (flags & TCP.ack) !== 0;
		const acknowledgement = acknowledges ? conversation.sequence[otherSide(side)] : 0;
		this.#packets.tcp(form, marks, sequence, acknowledgement, flags, start, length);
		const phantom = (flags & (TCP.syn | TCP.fin)) === 0 ? 0 : 1;
		conversation.sequence[side] = (sequence + length + phantom) >>> 0;
		if (acknowledges) conversation.acknowledged[side] = acknowledgement;
		marks.comment = undefined;
		marks.sentence = undefined;
	}
}
