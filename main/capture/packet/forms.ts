import type { SocketAddress } from '../../../common/contract/base/address.ts';
import { type IpBytes, sameFamily } from './address.ts';
import { sumBytes, swap16 } from './checksum.ts';

/** IP protocol numbers (IANA). */
export const PROTOCOL = { tcp: 6, udp: 17 } as const;
/** Tags of exported PDUs, from Wireshark's epan/exported_pdu.h; tag, length and numbers are big-endian. */
export const TAG = {
	end: 0,
	dissectorName: 12,
	ipv4Source: 20,
	ipv4Destination: 21,
	ipv6Source: 22,
	ipv6Destination: 23,
	portType: 24,
	sourcePort: 25,
	destinationPort: 26,
	/** Text for the protocol column. */
	columnProtocol: 33,
} as const;
/** EXP_PDU_PT_TCP and EXP_PDU_PT_UDP. */
export const PORT_TYPE = { tcp: 2, udp: 3 } as const;
/** Wireshark's dissector for bytes of no known protocol. */
const DISSECTOR = 'data';

/**
 * The constant words of one direction's packets, ready to be copied: IP and transport header, or the tags of an
 * exported PDU. `words` are 32-bit words in the machine's order; lengths, numbers and checksums are left 0.
 */
export interface PacketForm {
	readonly words: Int32Array;
	/** Bytes of IP header; 0 for an exported PDU. */
	readonly ipBytes: 0 | 20 | 40;
	/** The constant part of the transport checksum: addresses and protocol (RFC 9293 3.1, RFC 8200 8.1). */
	readonly pseudoSum: number;
}

export interface Ends {
	readonly source: SocketAddress;
	readonly destination: SocketAddress;
}

function toWords(bytes: number[]): Int32Array {
	// Captures are written on little-endian machines only.
	return new Int32Array(Uint8Array.from(bytes).buffer);
}

const u16 = (value: number) => [value >>> 8, value & 0xff];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];

function ipHeader(protocol: number, source: IpBytes, destination: IpBytes): number[] {
	return source.length === 4
		? [0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, protocol, 0, 0, ...source, ...destination]
		: [0x60, 0, 0, 0, 0, 0, protocol, 64, ...source, ...destination];
}

function ipForm(protocol: number, { source, destination }: Ends, transport: number[]): PacketForm {
	const [from, to] = sameFamily(source.address, destination.address);
	return {
		words: toWords([...ipHeader(protocol, from, to), ...u16(source.port), ...u16(destination.port), ...transport]),
		ipBytes: from.length === 4 ? 20 : 40,
		pseudoSum: sumBytes(from) + sumBytes(to) + swap16(protocol),
	};
}

/** TCP without options: sequence, acknowledgement, offset, flags, window, checksum and urgent pointer are left 0. */
export function tcpForm(ends: Ends): PacketForm {
	return ipForm(PROTOCOL.tcp, ends, new Array<number>(16).fill(0));
}

/** UDP: length and checksum are left 0. */
export function udpForm(ends: Ends): PacketForm {
	return ipForm(PROTOCOL.udp, ends, new Array<number>(4).fill(0));
}

/** An exported PDU's tags; without ends for events outside of connections. */
export function exportedForm(protocol: 'tcp' | 'udp', ends?: Ends): PacketForm {
	// Values are padded with NUL to 32 bits.
	const name = (text: string) => new TextEncoder().encode(text.padEnd((text.length + 3) & ~3, '\0'));
	const tag = (code: number, value: Iterable<number>) => {
		const bytes = [...value];
		return [...u16(code), ...u16(bytes.length), ...bytes];
	};
	const tags = [
		...tag(TAG.dissectorName, name(DISSECTOR)),
		...tag(TAG.columnProtocol, name(ends ? protocol.toUpperCase() : 'Wirebench')),
	];
	if (ends) {
		const [from, to] = sameFamily(ends.source.address, ends.destination.address);
		const v4 = from.length === 4;
		tags.push(
			...tag(v4 ? TAG.ipv4Source : TAG.ipv6Source, from),
			...tag(v4 ? TAG.ipv4Destination : TAG.ipv6Destination, to),
			...tag(TAG.portType, u32(PORT_TYPE[protocol])),
			...tag(TAG.sourcePort, u32(ends.source.port)),
			...tag(TAG.destinationPort, u32(ends.destination.port)),
		);
	}
	return { words: toWords([...tags, ...tag(TAG.end, [])]), ipBytes: 0, pseudoSum: 0 };
}
