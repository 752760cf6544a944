import { PROTOCOL, TAG } from '../packet/forms.ts';
import { guessLink } from '../packet/locate.ts';
import { LINK } from '../pcapng/format.ts';

/** Source and destination port of a packet as Wirebench writes them; none where it has none. */
export function packetPorts(known: number | undefined, packet: Uint8Array): number[] {
	const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
	const linkType = known ?? guessLink(packet[0] ?? 0);
	return linkType === LINK.exported ? exportedPorts(view) : ipPorts(view);
}

function ipPorts(view: DataView): number[] {
	if (view.byteLength < 20) return [];
	const v4 = view.getUint8(0) >> 4 === 4;
	const at = v4 ? (view.getUint8(0) & 0x0f) * 4 : 40;
	const protocol = view.getUint8(v4 ? 9 : 6);
	const known = protocol === PROTOCOL.tcp || protocol === PROTOCOL.udp;
	return known && view.byteLength >= at + 4 ? [view.getUint16(at), view.getUint16(at + 2)] : [];
}

function exportedPorts(view: DataView): number[] {
	const ports: number[] = [];
	for (let at = 0; at + 8 <= view.byteLength; at += 4 + view.getUint16(at + 2)) {
		const tag = view.getUint16(at);
		if (tag === TAG.end) break;
		if (tag === TAG.sourcePort || tag === TAG.destinationPort) ports.push(view.getUint32(at + 4));
	}
	return ports;
}
