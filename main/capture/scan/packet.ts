import { parseAnnotation } from '../format/annotation.ts';
import { type EventComment, parseComment } from '../format/comment.ts';
import { PROTOCOL, TAG } from '../packet/forms.ts';
import { guessLink } from '../packet/locate.ts';
import { LINK, NotOursError, OPTION, PACKET_HEADER_BYTES, PcapngError, padded } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';
import type { BlockWalk } from './blocks.ts';

const TCP_PSH = 0x08;

/** The length in a packet's own header; undefined for anything but an IP packet. */
function ipBytes(view: DataView, at: number, captured: number): number | undefined {
	if (captured < 20) return undefined;
	const version = view.getUint8(at) >> 4;
	if (version === 4) return view.getUint16(at + 2);
	return version === 6 ? 40 + view.getUint16(at + 4) : undefined;
}

/**
 * The current packet block, as far as a scan needs it: read in place, into reused fields, since there may be hundreds
 * of millions of them.
 */
export class ScannedPacket {
	interfaceId = 0;
	/** The halves of the time. */
	timeHigh = 0;
	timeLow = 0;
	/** epb_flags: 1 in, 2 out, 0 when absent. */
	direction = 0;
	/** epb_queue, 0 when absent. */
	connection = 0;
	/** The first event comment among its comments. */
	comment: EventComment | undefined;
	/** One of its comments is an annotation. */
	annotation = false;
	/** Bytes of payload, once `locate` was called. */
	payload = 0;
	/** It is TCP over IP, once `locate` was called. */
	tcp = false;
	/** It is an exported PDU, once `locate` was called. */
	exported = false;
	/** TCP's PSH flag: in Wirebench's packets, the last packet of an event. */
	push = false;
	#captured = 0;

	/** Parses the block's fields and options. Throws PcapngError where they exceed it. */
	read(walk: BlockWalk): void {
		const { view, at, length, base } = walk;
		const end = at + length - 4;
		if (length < PACKET_HEADER_BYTES + 4) throw new PcapngError(base + at, damageSays('packetBlockCut'));
		const captured = view.getUint32(at + 20, true);
		const options = at + PACKET_HEADER_BYTES + padded(captured);
		// Sums of 32-bit numbers and offsets: `padded` makes values above 2 GiB negative.
		if (captured > length || options > end) {
			throw new PcapngError(base + at + 20, damageSays('packetTooLong', { captured }));
		}
		if (captured !== view.getUint32(at + 24, true)) {
			const stated = ipBytes(view, at + PACKET_HEADER_BYTES, captured);
			// A program that shortens packets leaves their headers unchanged.
			const Kind = stated === captured ? PcapngError : NotOursError;
			throw new Kind(base + at + 24, damageSays('packetShortened'));
		}
		this.#captured = captured;
		this.interfaceId = view.getUint32(at + 8, true);
		this.timeHigh = view.getUint32(at + 12, true);
		this.timeLow = view.getUint32(at + 16, true);
		this.direction = 0;
		this.connection = 0;
		this.comment = undefined;
		this.annotation = false;
		this.#options(walk, options, end);
	}

	#options({ view, bytes, base }: BlockWalk, from: number, end: number): void {
		for (let at = from; at < end; ) {
			if (at + 4 > end) throw new PcapngError(base + at, damageSays('optionCut'));
			const code = view.getUint16(at, true);
			const length = view.getUint16(at + 2, true);
			if (code === OPTION.end) return;
			const next = at + 4 + padded(length);
			if (next > end) throw new PcapngError(base + at, damageSays('optionOfCut', { length }));
			if (code === OPTION.packetFlags) {
				if (length === 4) this.direction = view.getUint32(at + 4, true);
			} else if (code === OPTION.packetQueue) {
				if (length === 4) this.connection = view.getUint32(at + 4, true);
			} else if (code === OPTION.comment) {
				const text = new TextDecoder().decode(bytes.subarray(at + 4, at + 4 + length));
				this.comment ??= parseComment(text);
				this.annotation ||= parseAnnotation(text) !== undefined;
			}
			at = next;
		}
	}

	/**
	 * Finds the payload after headers as Wirebench writes them; without a link type by their first byte. Throws
	 * PcapngError for any others.
	 */
	locate(walk: BlockWalk, known: number | undefined): void {
		this.tcp = false;
		this.push = false;
		const at = walk.at + PACKET_HEADER_BYTES;
		const linkType = known ?? guessLink(this.#captured > 0 ? walk.view.getUint8(at) : 0);
		this.exported = linkType === LINK.exported;
		if (this.exported) this.#exported(walk, at, at + this.#captured);
		else this.#ip(walk, at);
	}

	#exported({ view, base }: BlockWalk, start: number, end: number): void {
		for (let at = start; at + 4 <= end; ) {
			const tag = view.getUint16(at);
			at += 4 + view.getUint16(at + 2);
			if (at > end) break;
			if (tag !== TAG.end) continue;
			this.payload = end - at;
			return;
		}
		throw new PcapngError(base + start, damageSays('pduTagsCut'));
	}

	#ip({ view, base }: BlockWalk, at: number): void {
		const captured = this.#captured;
		const version = captured > 0 ? view.getUint8(at) >> 4 : 0;
		if ((version !== 4 && version !== 6) || captured < (version === 4 ? 20 : 40)) {
			throw new PcapngError(base + at, damageSays('neitherIp'));
		}
		const ipBytes = version === 4 ? (view.getUint8(at) & 0x0f) * 4 : 40;
		const protocol = view.getUint8(at + (version === 4 ? 9 : 6));
		if (protocol === PROTOCOL.udp) {
			this.payload = captured - ipBytes - 8;
		} else if (protocol === PROTOCOL.tcp) {
			if (ipBytes + 20 > captured) throw new PcapngError(base + at, damageSays('tcpHeadersCut'));
			this.tcp = true;
			this.push = (view.getUint8(at + ipBytes + 13) & TCP_PSH) !== 0;
			this.payload = captured - ipBytes - (view.getUint8(at + ipBytes + 12) >> 4) * 4;
		} else {
			throw new PcapngError(base + at, damageSays('foreignIpProtocol', { protocol }));
		}
		if (this.payload < 0) throw new PcapngError(base + at, damageSays('packetHeadersCut'));
	}
}
