import type { CapturedPacket } from '../input/packet.ts';

/** EtherType numbers (IEEE 802, IANA). */
const ETHERTYPE = { ipv4: 0x0800, ipv6: 0x86dd } as const;
/** Tags before another EtherType: 802.1Q, 802.1ad and its predecessors. */
const VLAN_TYPES: readonly number[] = [0x8100, 0x88a8, 0x9100, 0x9200];
const MOST_VLANS = 8;
/** LINKTYPE values, from tcpdump.org/linktypes.html. */
const LINK = {
	null: 0,
	ethernet: 1,
	raw: [12, 14, 101],
	loop: 108,
	cooked: 113,
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
	34887: 'MPLS',
	34915: 'PPPoE discovery',
	34916: 'PPPoE',
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
		const { start, captured } = packet;
		const { view } = packet.memory;
		const end = start + captured;
		switch (packet.source.link) {
			case LINK.ethernet:
				return captured < 14 ? this.#short() : this.#ethernet(view, start + 12, end);
			case LINK.raw[0]:
			case LINK.raw[1]:
			case LINK.raw[2]:
				return this.#raw(view, start, end);
			case LINK.cooked:
				return captured < 16 ? this.#short() : this.#typed(view, view.getUint16(start + 14), start + 16, end);
			case LINK.cooked2:
				return captured < 20 ? this.#short() : this.#typed(view, view.getUint16(start), start + 20, end);
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

	/** `at`: offset of the type, or the length. */
	#ethernet(view: DataView, at: number, end: number): Found {
		const type = view.getUint16(at);
		if (type >= 0x0600) return this.#typed(view, type, at + 2, end);
		// IEEE 802.3 with LLC; SNAP (RFC 1042) has an EtherType again.
		const snap = end - at >= 10 && view.getUint32(at + 2) === 0xaaaa0300 && view.getUint8(at + 6) === 0;
		return snap ? this.#typed(view, view.getUint16(at + 8), at + 10, end) : this.#other('802.3 LLC');
	}

	#typed(view: DataView, first: number, from: number, end: number): Found {
		let type = first;
		let at = from;
		for (let tags = 0; VLAN_TYPES.includes(type) && tags < MOST_VLANS; tags++) {
			if (end - at < 4) return this.#short();
			type = view.getUint16(at + 2);
			at += 4;
		}
		if (type === ETHERTYPE.ipv4) return this.#is('ipv4', at);
		if (type === ETHERTYPE.ipv6) return this.#is('ipv6', at);
		return this.#other(KNOWN_ETHERTYPES[type] ?? `EtherType 0x${type.toString(16).padStart(4, '0')}`);
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
