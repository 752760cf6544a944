import { UNKNOWN_ADDRESS } from '../../../common/payload/index.ts';
import { address4, address6 } from '../../../common/payload/ip-text.ts';
import { LINK } from '../pcapng/format.ts';
import { formatAddress } from './address.ts';
import { PORT_TYPE, PROTOCOL, TAG } from './forms.ts';
import { guessLink } from './locate.ts';

/** The two ends in a packet's headers: `127.0.0.1:80`, or empty where they are missing. */
export interface PacketEnds {
	readonly protocol: 'tcp' | 'udp' | 'other';
	readonly source: string;
	readonly destination: string;
}

const NOBODY: PacketEnds = { protocol: 'other', source: '', destination: '' };

/** Parses the ends from a packet of a link type that Wirebench writes. */
export function packetEnds(known: number | undefined, packet: Uint8Array): PacketEnds {
	const linkType = known ?? guessLink(packet[0] ?? 0);
	if (linkType === LINK.exported) return exportedEnds(packet);
	return linkType === LINK.ip ? ipEnds(packet) : NOBODY;
}

function ipEnds(packet: Uint8Array): PacketEnds {
	const view = viewOf(packet);
	if (packet.length < 20) return NOBODY;
	const v4 = (packet[0] ?? 0) >> 4 === 4;
	const headerBytes = v4 ? ((packet[0] ?? 0) & 0x0f) * 4 : 40;
	const protocol = protocolOf(packet[v4 ? 9 : 6], PROTOCOL);
	if (protocol === 'other' || packet.length < headerBytes + 4) return NOBODY;
	const [at, size] = v4 ? [12, 4] : [8, 16];
	return {
		protocol,
		source: end(packet.subarray(at, at + size), view.getUint16(headerBytes)),
		destination: end(packet.subarray(at + size, at + 2 * size), view.getUint16(headerBytes + 2)),
	};
}

function exportedEnds(packet: Uint8Array): PacketEnds {
	const view = viewOf(packet);
	const tags = new Map<number, Uint8Array>();
	for (let at = 0; at + 4 <= packet.length; ) {
		const tag = view.getUint16(at);
		if (tag === TAG.end) break;
		const length = view.getUint16(at + 2);
		tags.set(tag, packet.subarray(at + 4, at + 4 + length));
		at += 4 + length;
	}
	const number = (tag: number): number => {
		const value = tags.get(tag);
		return value?.length === 4 ? viewOf(value).getUint32(0) : 0;
	};
	const source = tags.get(TAG.ipv4Source) ?? tags.get(TAG.ipv6Source);
	const destination = tags.get(TAG.ipv4Destination) ?? tags.get(TAG.ipv6Destination);
	if (!isAddress(source) || !isAddress(destination)) return NOBODY;
	return {
		protocol: protocolOf(number(TAG.portType), PORT_TYPE),
		source: end(source, number(TAG.sourcePort)),
		destination: end(destination, number(TAG.destinationPort)),
	};
}

function isAddress(bytes: Uint8Array | undefined): bytes is Uint8Array {
	return bytes?.length === 4 || bytes?.length === 16;
}

function protocolOf(code: number | undefined, codes: { tcp: number; udp: number }): PacketEnds['protocol'] {
	if (code === codes.tcp) return 'tcp';
	return code === codes.udp ? 'udp' : 'other';
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function end(address: Uint8Array, port: number): string {
	// No socket has port 0: it marks an unknown end.
	if (port === 0 && address.every((byte) => byte === 0)) return UNKNOWN_ADDRESS;
	return formatAddress({ address: address.length === 4 ? address4(address) : address6(address), port });
}
