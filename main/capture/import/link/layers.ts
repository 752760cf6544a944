import type { Memory } from '../input/memory.ts';
import type { CapturedPacket } from '../input/packet.ts';
import { hasHdlc, pppContent } from './ppp.ts';
import { behindRadiotap, wifiContent } from './wifi.ts';

/** EtherType numbers (IEEE 802, IANA). */
const ETHERTYPE = { ipv4: 0x0800, ipv6: 0x86dd, ppp: 0x880b, pppoe: 0x8864 } as const;
const MPLS_TYPES: readonly number[] = [0x8847, 0x8848];
/** The last label of a stack has this bit (RFC 3032, 2.1). */
const LAST_LABEL = 0x100;
/** Length of the header of PPPoE (RFC 2516, 4). */
const PPPOE_BYTES = 6;
/** Tags before another EtherType: 802.1Q, 802.1ad and its predecessors. */
const VLAN_TYPES: readonly number[] = [0x8100, 0x88a8, 0x9100, 0x9200];
const MOST_VLANS = 8;
/** LINKTYPE values, from tcpdump.org/linktypes.html. */
const LINK = {
	null: 0,
	ethernet: 1,
	ppp: [9, 50],
	raw: [12, 14, 101],
	pppoe: 51,
	hdlc: 104,
	wifi: 105,
	loop: 108,
	cooked: 113,
	radiotap: 127,
	ipv4: 228,
	ipv6: 229,
	exported: 252,
	cooked2: 276,
} as const;
/** AF_INET; AF_INET6 of Linux, NetBSD and OpenBSD, FreeBSD, macOS. */
const FAMILY_IPV4 = 2;
const FAMILIES_IPV6: readonly number[] = [10, 24, 28, 30];
const KNOWN_ETHERTYPES: Readonly<Record<number, string>> = {
	2054: 'ARP',
	32821: 'RARP',
	34915: 'PPPoE discovery',
	34958: '802.1X',
	35020: 'LLDP',
	35063: 'PTP',
	34825: 'LACP',
	34969: 'Realtek',
	35045: 'MACsec',
};

/** The contents of a frame, and their offset: `ipv4` and `ipv6` start at `at`, `exported` are the tags of an exported PDU. */
export interface Found {
	kind: 'ipv4' | 'ipv6' | 'exported' | 'other';
	at: number;
	/** What it is, for `other`. */
	reason: string;
}

/** Finds the contents of frames of all supported link types. Returns the same object each time. */
export class LinkLayer {
	readonly #found: Found = { kind: 'other', at: 0, reason: '' };

	find(packet: CapturedPacket): Found {
		const { start, captured, memory } = packet;
		const { view } = memory;
		const end = start + captured;
		switch (packet.source.link) {
			case LINK.ethernet:
				return this.framed(memory, start, end);
			case LINK.ppp[0]:
			case LINK.ppp[1]:
				return this.#serial(memory, start, end);
			case LINK.pppoe:
				return this.typed(memory, ETHERTYPE.pppoe, start, end);
			case LINK.hdlc:
				return captured < 4 ? this.#short() : this.typed(memory, view.getUint16(start + 2), start + 4, end);
			case LINK.wifi:
				return this.#wifi(memory, start, end, false);
			case LINK.radiotap: {
				const frame = behindRadiotap(memory, start, end);
				return frame === undefined ? this.#short() : this.#wifi(memory, frame.at, end, frame.isPadded);
			}
			case LINK.raw[0]:
			case LINK.raw[1]:
			case LINK.raw[2]:
				return this.#raw(view, start, end);
			case LINK.cooked:
				return captured < 16 ? this.#short() : this.typed(memory, view.getUint16(start + 14), start + 16, end);
			case LINK.cooked2:
				return captured < 20 ? this.#short() : this.typed(memory, view.getUint16(start), start + 20, end);
			case LINK.null:
			case LINK.loop:
				return captured < 4 ? this.#short() : this.#family(view, start);
			case LINK.ipv4:
				return this.#is('ipv4', start);
			case LINK.ipv6:
				return this.#is('ipv6', start);
			case LINK.exported:
				return this.#is('exported', start);
			default:
				return this.#other(`link type ${packet.source.link}`);
		}
	}

	#is(kind: Found['kind'], at: number): Found {
		const found = this.#found;
		found.kind = kind;
		found.at = at;
		return found;
	}

	#other(reason: string): Found {
		this.#found.reason = reason;
		return this.#is('other', 0);
	}

	#short(): Found {
		return this.#other('cut off within the link header');
	}

	#raw(view: DataView, at: number, end: number): Found {
		if (at >= end) return this.#short();
		const version = view.getUint8(at) >> 4;
		if (version === 4) return this.#is('ipv4', at);
		return version === 6 ? this.#is('ipv6', at) : this.#other(`raw IP of version ${version}`);
	}

	/** A frame of Ethernet. */
	framed(memory: Memory, start: number, end: number): Found {
		if (end - start < 14) return this.#short();
		const at = start + 12;
		const type = memory.view.getUint16(at);
		// IEEE 802.3 has a length there, and LLC behind it.
		return type >= 0x0600 ? this.typed(memory, type, at + 2, end) : this.#snap(memory, at + 2, end, '802.3 LLC');
	}

	/** LLC with SNAP (RFC 1042) has an EtherType again. */
	#snap(memory: Memory, at: number, end: number, reason: string): Found {
		const { view } = memory;
		const isSnap = end - at >= 8 && view.getUint32(at) === 0xaaaa0300 && view.getUint8(at + 4) === 0;
		return isSnap ? this.typed(memory, view.getUint16(at + 6), at + 8, end) : this.#other(reason);
	}

	/** PPP on a serial line, or Cisco's HDLC, which has an EtherType in place of the protocol. */
	#serial(memory: Memory, at: number, end: number): Found {
		const { view } = memory;
		const isCisco = end - at >= 4 && !hasHdlc(memory, at, end) && (view.getUint8(at) & 0x7f) === 0x0f;
		return isCisco
			? this.typed(memory, view.getUint16(at + 2), at + 4, end)
			: this.typed(memory, ETHERTYPE.ppp, at, end);
	}

	/** What is in a frame that is not encrypted. */
	#wifi(memory: Memory, at: number, end: number, isPadded: boolean): Found {
		const content = wifiContent(memory, at, end, isPadded);
		return content === undefined ? this.#other('802.11') : this.#snap(memory, content, end, '802.11');
	}

	/** What is behind an EtherType, in tags, labels and sessions. */
	typed(memory: Memory, first: number, from: number, end: number): Found {
		const { view } = memory;
		let type = first;
		let at = from;
		for (let tags = 0; VLAN_TYPES.includes(type) && tags < MOST_VLANS; tags++) {
			if (end - at < 4) return this.#short();
			type = view.getUint16(at + 2);
			at += 4;
		}
		if (type === ETHERTYPE.ipv4) return this.#is('ipv4', at);
		if (type === ETHERTYPE.ipv6) return this.#is('ipv6', at);
		if (MPLS_TYPES.includes(type)) return this.#labelled(view, at, end);
		if (type !== ETHERTYPE.pppoe && type !== ETHERTYPE.ppp)
			return this.#other(KNOWN_ETHERTYPES[type] ?? `EtherType 0x${type.toString(16).padStart(4, '0')}`);
		const content = pppContent(memory, type === ETHERTYPE.ppp ? at : at + PPPOE_BYTES, end);
		return content === undefined ? this.#other('PPP') : this.typed(memory, content.type, content.at, end);
	}

	/** Behind labels, IP is known by its version (RFC 4928, 2). */
	#labelled(view: DataView, from: number, end: number): Found {
		let at = from;
		while (at + 4 <= end) {
			const isLast = (view.getUint32(at) & LAST_LABEL) !== 0;
			at += 4;
			if (!isLast) continue;
			const version = at < end ? view.getUint8(at) >> 4 : 0;
			return version === 4 ? this.#is('ipv4', at) : version === 6 ? this.#is('ipv6', at) : this.#other('MPLS');
		}
		return this.#short();
	}

	/** A protocol family in the byte order of the capturing machine, recognised by the small number. */
	#family(view: DataView, start: number): Found {
		const big = view.getUint32(start);
		const family = big < 0x1_0000 ? big : view.getUint32(start, true);
		if (family === FAMILY_IPV4) return this.#is('ipv4', start + 4);
		if (FAMILIES_IPV6.includes(family)) return this.#is('ipv6', start + 4);
		return this.#other(`loopback protocol ${family}`);
	}
}
