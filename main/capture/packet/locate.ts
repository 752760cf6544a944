import { LINK, type LinkType, PcapngError } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { PROTOCOL, TAG } from './forms.ts';

/** The place of a packet's payload, and the header fields that the index needs. */
export interface PayloadPlace {
	/** From the start of the packet. */
	readonly offset: number;
	readonly length: number;
	readonly form: 'tcp' | 'udp' | 'exported';
	/** TCP's PSH flag: in Wirebench's packets, the last packet of an event. */
	readonly push: boolean;
}

const TCP_PSH = 0x08;

/** The link type of a packet by its first byte, where the description of its interface is damaged. */
export function guessLink(firstByte: number): LinkType {
	return firstByte >> 4 === 4 || firstByte >> 4 === 6 ? LINK.ip : LINK.exported;
}

/**
 * Finds the payload of a packet as Wirebench writes them. `known`: its link type, if that is known. `base`: the packet's offset
 * in the file, for errors.
 */
export function locatePayload(known: number | undefined, packet: Uint8Array, base: number): PayloadPlace {
	const linkType = known ?? guessLink(packet[0] ?? 0);
	if (linkType === LINK.exported) return locateExported(packet, base);
	if (linkType === LINK.ip) return locateIp(packet, base);
	throw new PcapngError(base, damageSays('foreignLinkType', { linkType }));
}

function locateExported(packet: Uint8Array, base: number): PayloadPlace {
	const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
	let at = 0;
	for (;;) {
		if (at + 4 > packet.length) throw new PcapngError(base + at, damageSays('pduTagsCut'));
		const tag = view.getUint16(at);
		at += 4 + view.getUint16(at + 2);
		if (at > packet.length) throw new PcapngError(base + at, damageSays('pduTagCut'));
		if (tag === TAG.end) return { offset: at, length: packet.length - at, form: 'exported', push: false };
	}
}

function locateIp(packet: Uint8Array, base: number): PayloadPlace {
	const version = (packet[0] ?? 0) >> 4;
	if (version !== 4 && version !== 6) throw new PcapngError(base, damageSays('neitherIp'));
	const ipBytes = version === 4 ? ((packet[0] ?? 0) & 0x0f) * 4 : 40;
	const protocol = packet[version === 4 ? 9 : 6] ?? 0;
	if (protocol === PROTOCOL.udp) return place(packet, base, ipBytes + 8, 'udp', true);
	if (protocol !== PROTOCOL.tcp) throw new PcapngError(base, damageSays('foreignIpProtocol', { protocol }));
	const tcpBytes = ((packet[ipBytes + 12] ?? 0) >> 4) * 4;
	return place(packet, base, ipBytes + tcpBytes, 'tcp', ((packet[ipBytes + 13] ?? 0) & TCP_PSH) !== 0);
}

function place(packet: Uint8Array, base: number, offset: number, form: 'tcp' | 'udp', push: boolean): PayloadPlace {
	if (offset > packet.length) throw new PcapngError(base, damageSays('formHeadersCut', { form }));
	return { offset, length: packet.length - offset, form, push };
}
