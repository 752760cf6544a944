import { Memory } from '../input/memory.ts';

/** Supported IP protocol numbers (IANA). */
export const IP = { tcp: 6, udp: 17 } as const;

/**
 * A TCP segment or UDP datagram, or the text of an exported PDU: its source and the place of its bytes. The same object
 * each time.
 */
export class Transport {
	/** 6 or 17; `EXPORTED` is added for an exported PDU. */
	protocol = 0;
	/** 4 or 6. */
	version = 4;
	/** Source, then destination: 4 words each in network order, of which IPv4 uses the first. */
	readonly addresses = new Int32Array(8);
	sourcePort = 0;
	destinationPort = 0;
	memory = new Memory(0);
	/** Offset of the payload, and number of captured bytes. */
	start = 0;
	captured = 0;
	/** Original bytes of payload. */
	length = 0;
	/** TCP: numbers as unsigned 32-bit, flags as in RFC 9293. */
	sequence = 0;
	acknowledgement = 0;
	flags = 0;
}

/** Added to the protocol of an exported PDU: its bytes have no sequence numbers, and form a separate conversation. */
export const EXPORTED = 0x100;

/**
 * Parses the TCP or UDP header at `at`. `end`: end of the captured bytes, `length`: bytes of the IP packet from `at`
 * on. Returns why it cannot be read, or undefined.
 */
export function readTransport(
	into: Transport,
	memory: Memory,
	at: number,
	end: number,
	length: number,
): string | undefined {
	const { view } = memory;
	into.memory = memory;
	const captured = Math.min(end - at, length);
	if (captured < 8) return 'cut off within the transport header';
	into.sourcePort = view.getUint16(at);
	into.destinationPort = view.getUint16(at + 2);
	if (into.protocol === IP.udp) {
		// RFC 2675: a length of 0 is that of a jumbogram.
		const stated = view.getUint16(at + 4);
		const whole = stated === 0 ? length : Math.min(stated, length);
		if (whole < 8) return 'malformed UDP';
		into.start = at + 8;
		into.length = whole - 8;
		into.captured = Math.min(captured, whole) - 8;
		return undefined;
	}
	if (captured < 20) return 'cut off within the transport header';
	const header = (view.getUint8(at + 12) >> 4) * 4;
	if (header < 20 || header > length) return 'malformed TCP';
	into.sequence = view.getUint32(at + 4);
	into.acknowledgement = view.getUint32(at + 8);
	into.flags = view.getUint8(at + 13);
	into.start = at + header;
	into.length = length - header;
	into.captured = Math.max(0, captured - header);
	return undefined;
}
