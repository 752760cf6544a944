import type { Memory } from '../input/memory.ts';
import type { CapturedPacket } from '../input/packet.ts';
import { type FragmentPlace, Fragments } from './fragments.ts';
import { ETHERNET, greContent } from './gre.ts';
import type { LinkLayer } from './layers.ts';
import { IP, readTransport, type Transport } from './transport.ts';

/** Skipped IPv6 extension headers (RFC 8200); the fragment header is 44. */
const EXTENSIONS: readonly number[] = [0, 43, 60, 135, 139, 140];
const FRAGMENT = 44;
const AUTHENTICATION = 51;
const MOST_EXTENSIONS = 16;
/** Tunnels: what they have in them is IP again. */
const IPV4 = 4;
const IPV6 = 41;
const GRE = 47;
const CARRIERS: readonly number[] = [IPV4, IPV6, GRE, AUTHENTICATION];
const MOST_TUNNELS = 8;
const NAMES: Readonly<Record<number, string>> = {
	1: 'ICMP',
	2: 'IGMP',
	4: 'IPv4 in IP',
	41: 'IPv6 in IP',
	47: 'GRE',
	50: 'ESP',
	58: 'ICMPv6',
	59: 'IPv6 without content',
	89: 'OSPF',
	103: 'PIM',
	112: 'VRRP',
	132: 'SCTP',
	136: 'UDP-Lite',
};
const CUT = 'cut off within the IP header';
/** The result for a fragment that is kept until the rest of its datagram arrives. */
export const WAITING = 'waiting';

/** Parses IP packets down to the TCP segment or UDP datagram in them, and reassembles fragments. */
export class IpLayer {
	readonly #transport: Transport;
	readonly #links: LinkLayer;
	readonly #fragments: Fragments;
	/** Tunnels around what is being read. */
	#depth = 0;

	/** `lost` receives why a number of fragments never became a datagram. */
	constructor(transport: Transport, links: LinkLayer, lost: (reason: string, packets: number) => void) {
		this.#transport = transport;
		this.#links = links;
		this.#fragments = new Fragments(lost);
	}

	/** IPv4 (RFC 791). `when`: its time. Returns why it has no readable contents, or undefined. */
	v4(memory: Memory, at: number, end: number, when: CapturedPacket): string | undefined {
		const { view } = memory;
		if (end - at < 20) return CUT;
		const header = (view.getUint8(at) & 0x0f) * 4;
		if (view.getUint8(at) >> 4 !== 4 || header < 20) return 'malformed IPv4';
		// A card with segmentation offload reports a total length of 0.
		const total = view.getUint16(at + 2) || end - at;
		if (total < header) return 'malformed IPv4';
		const { addresses } = this.#transport;
		this.#transport.version = 4;
		addresses[0] = view.getInt32(at + 12);
		addresses[4] = view.getInt32(at + 16);
		const protocol = view.getUint8(at + 9);
		const fragment = view.getUint16(at + 6);
		const last = Math.min(end, at + total);
		if ((fragment & 0x3fff) === 0) return this.#content(protocol, memory, at + header, last, total - header, when);
		const place = { from: (fragment & 0x1fff) * 8, more: (fragment & 0x2000) !== 0, length: total - header };
		return this.#fragment(protocol, view.getUint16(at + 4), memory, at + header, last, place, when);
	}

	/** IPv6 (RFC 8200), through its extension headers. */
	v6(memory: Memory, at: number, end: number, when: CapturedPacket): string | undefined {
		const { view } = memory;
		if (end - at < 40) return CUT;
		if (view.getUint8(at) >> 4 !== 6) return 'malformed IPv6';
		const { addresses } = this.#transport;
		this.#transport.version = 6;
		for (let i = 0; i < 8; i++) addresses[i] = view.getInt32(at + 8 + i * 4);
		const payload = view.getUint16(at + 4) || end - at - 40;
		return this.#v6Content(view.getUint8(at + 6), memory, at + 40, Math.min(end, at + 40 + payload), payload, when);
	}

	#v6Content(
		first: number,
		memory: Memory,
		from: number,
		end: number,
		bytes: number,
		when: CapturedPacket,
	): string | undefined {
		const { view } = memory;
		let next = first;
		let at = from;
		for (let headers = 0; headers < MOST_EXTENSIONS; headers++) {
			const isFragment = next === FRAGMENT;
			if (!isFragment && next !== AUTHENTICATION && !EXTENSIONS.includes(next)) break;
			if (end - at < 8) return CUT;
			const after = view.getUint8(at);
			if (isFragment) {
				const fields = view.getUint16(at + 2);
				const place = { from: fields & 0xfff8, more: (fields & 1) !== 0, length: from + bytes - at - 8 };
				const id = view.getUint32(at + 4);
				// RFC 6946: a fragment that is the whole datagram is independent of others.
				if (place.from !== 0 || place.more) return this.#fragment(after, id, memory, at + 8, end, place, when);
				at += 8;
			} else {
				at += next === AUTHENTICATION ? (view.getUint8(at + 1) + 2) * 4 : (view.getUint8(at + 1) + 1) * 8;
			}
			next = after;
			if (at > end) return CUT;
		}
		return this.#content(next, memory, at, end, from + bytes - at, when);
	}

	#content(
		protocol: number,
		memory: Memory,
		at: number,
		end: number,
		length: number,
		when: CapturedPacket,
	): string | undefined {
		if (protocol === IP.tcp || protocol === IP.udp) {
			this.#transport.protocol = protocol;
			return readTransport(this.#transport, memory, at, end, length);
		}
		if (!CARRIERS.includes(protocol) || this.#depth >= MOST_TUNNELS)
			return NAMES[protocol] ?? `IP protocol ${protocol}`;
		this.#depth++;
		try {
			return this.#carried(protocol, memory, at, Math.min(end, at + length), when);
		} finally {
			this.#depth--;
		}
	}

	#carried(protocol: number, memory: Memory, at: number, end: number, when: CapturedPacket): string | undefined {
		if (protocol === IPV4) return this.v4(memory, at, end, when);
		if (protocol === IPV6) return this.v6(memory, at, end, when);
		if (protocol === AUTHENTICATION) {
			// RFC 4302, 2.2: in words of four bytes, less two.
			const content = end - at < 12 ? end : at + (memory.view.getUint8(at + 1) + 2) * 4;
			if (content >= end) return CUT;
			return this.#content(memory.view.getUint8(at), memory, content, end, end - content, when);
		}
		const content = greContent(memory, at, end);
		if (content === undefined) return CUT;
		const found =
			content.type === ETHERNET
				? this.#links.framed(memory, content.at, end)
				: this.#links.typed(memory, content.type, content.at, end);
		if (found.kind === 'ipv4') return this.v4(memory, found.at, end, when);
		return found.kind === 'ipv6' ? this.v6(memory, found.at, end, when) : NAMES[GRE];
	}

	#fragment(
		protocol: number,
		id: number,
		memory: Memory,
		at: number,
		end: number,
		place: FragmentPlace,
		when: CapturedPacket,
	): string | undefined {
		if (protocol !== IP.tcp && protocol !== IP.udp && !EXTENSIONS.includes(protocol) && !CARRIERS.includes(protocol)) {
			return NAMES[protocol] ?? `IP protocol ${protocol}`;
		}
		if (end - at < place.length) return 'cut off within a fragment';
		const { addresses, version } = this.#transport;
		const whole = this.#fragments.take(
			{ addresses, version, protocol, id, seconds: secondsOf(when) },
			memory,
			at,
			place,
		);
		if (typeof whole === 'string') return whole;
		if (!whole) return WAITING;
		if (version === 6) return this.#v6Content(protocol, whole.memory, 0, whole.length, whole.length, when);
		return this.#content(protocol, whole.memory, 0, whole.length, whole.length, when);
	}

	/** The file has ended: reports the waiting fragments. */
	finish(): void {
		this.#fragments.finish();
	}
}

/** Approximate: a unit of the upper half is 4.29 s, precise enough for this timeout. */
function secondsOf({ timeHigh }: CapturedPacket): number {
	return timeHigh * (2 ** 32 / 1e9);
}
