import type { Said } from '../../../common/words/sentence/said.ts';
import { damageAtSays } from '../sentences/damage-says.ts';

/**
 * Numbers of the pcapng format, from draft-ietf-opsawg-pcapng (PCAP Now Generic), and the link types that Wirebench
 * uses, from the registry at tcpdump.org/linktypes.html. Everything is written little-endian.
 */
export const BLOCK = { section: 0x0a0d0d0a, interface: 1, packet: 6 } as const;
export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
/** Of any block: type, total length, and total length once more at the end. */
export const BLOCK_OVERHEAD = 12;
/** Of an enhanced packet block, in front of the packet's bytes. */
export const PACKET_HEADER_BYTES = 28;
export const OPTION = {
	end: 0,
	comment: 1,
	sectionApplication: 4,
	interfaceName: 2,
	interfaceDescription: 3,
	interfaceResolution: 9,
	packetFlags: 2,
	packetQueue: 6,
} as const;
/** LINKTYPE_RAW: the packet begins with an IPv4 or IPv6 header. LINKTYPE_WIRESHARK_UPPER_PDU: tags, then bytes. */
export const LINK = { ip: 101, exported: 252 } as const;
export type LinkType = (typeof LINK)[keyof typeof LINK];

/** The application in sections that Wirebench writes. */
export const APPLICATION = 'Wirebench';

/** An option's value has a 16-bit length. */
export const MAX_OPTION_BYTES = 65_535;
/** Larger blocks count as damage: Wirebench's are far smaller. */
export const MAX_BLOCK_BYTES = 16 << 20;

/** Invalid bytes, and their place: `offset` counts from the start of the file. */
export class PcapngError extends Error {
	override readonly name: string = 'PcapngError';
	readonly offset: number;
	/** The sentence that the message is. */
	readonly says: Said['says'];

	constructor(offset: number, reason: Said) {
		const { message, says } = damageAtSays('damageAt', { reason, offset });
		super(message);
		this.offset = offset;
		this.says = says;
	}
}

/** Valid pcapng that Wirebench did not write this way: made or changed by another program. */
export class NotOursError extends PcapngError {
	override readonly name = 'NotOursError';
}

export function padded(length: number): number {
	return (length + 3) & ~3;
}
