import { PORT_TYPE, TAG } from '../../packet/forms.ts';
import type { Memory } from '../input/memory.ts';
import { EXPORTED, IP, type Transport } from './transport.ts';

const MOST_TAGS = 100;

/**
 * Parses an exported PDU (LINKTYPE_WIRESHARK_UPPER_PDU): tags with addresses and ports, then bytes that a dissector of
 * Wireshark has extracted. Returns why it cannot be shown, or undefined.
 */
export function readExported(into: Transport, memory: Memory, start: number, end: number): string | undefined {
	const { view } = memory;
	let ends = 0;
	let portType = 0;
	let at = start;
	for (let tags = 0; tags < MOST_TAGS && end - at >= 4; tags++) {
		const tag = view.getUint16(at);
		const length = view.getUint16(at + 2);
		at += 4;
		if (length > end - at) return 'malformed exported PDU';
		if (tag === TAG.end) {
			into.memory = memory;
			into.start = at + length;
			into.captured = end - into.start;
			into.length = into.captured;
			into.protocol = EXPORTED | (portType === PORT_TYPE.tcp ? IP.tcp : IP.udp);
			const known = portType === PORT_TYPE.tcp || portType === PORT_TYPE.udp;
			return known && ends === 0b1111 ? undefined : 'exported PDU without addresses and ports';
		}
		ends |= readTag(into, view, at, tag, length);
		if (tag === TAG.portType && length >= 4) portType = view.getUint32(at);
		at += length;
	}
	return 'malformed exported PDU';
}

/** Parses an address or a port; returns which of source (1), destination (2), source port (4) and destination port (8) it was. */
function readTag(into: Transport, view: DataView, at: number, tag: number, length: number): number {
	if ((tag === TAG.sourcePort || tag === TAG.destinationPort) && length >= 4) {
		const port = view.getUint32(at) & 0xffff;
		if (tag === TAG.sourcePort) into.sourcePort = port;
		else into.destinationPort = port;
		return tag === TAG.sourcePort ? 4 : 8;
	}
	const v4 = tag === TAG.ipv4Source || tag === TAG.ipv4Destination;
	const v6 = tag === TAG.ipv6Source || tag === TAG.ipv6Destination;
	if (!(v4 && length >= 4) && !(v6 && length >= 16)) return 0;
	const source = tag === TAG.ipv4Source || tag === TAG.ipv6Source;
	into.version = v4 ? 4 : 6;
	for (let i = 0; i < (v4 ? 1 : 4); i++) into.addresses[(source ? 0 : 4) + i] = view.getInt32(at + i * 4);
	return source ? 1 : 2;
}
