import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import { type EventComment, eventComment } from '../format/comment.ts';
import { BLOCK, BLOCK_OVERHEAD, LINK, PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket, uint32At } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { fold, sumManyWords, swap16 } from './checksum.ts';
import { PROTOCOL } from './forms.ts';
import { guessLink, locatePayload, type PayloadPlace } from './locate.ts';

const DATA = EVENT_KINDS.indexOf('data');

/** An event's index row, as numbers. */
export interface EventShape {
	readonly offset: number;
	readonly span: number;
	readonly timeHigh: number;
	readonly timeLow: number;
	readonly connection: number;
	readonly length: number;
	/** As in EVENT_KINDS and DIRECTIONS. */
	readonly kind: number;
	readonly direction: number;
}

/** The payload of one packet of an event. */
export type TakePart = (part: Uint8Array) => void;

const NOTHING: TakePart = () => undefined;

/**
 * Checks the head of an event's first packet block against the index row: at least its first 32 bytes are in `bytes`
 * from `at` on. Cheap enough for every scanned event. Throws PcapngError.
 */
export function checkHead(bytes: Uint8Array, at: number, event: EventShape): void {
	const { offset, span, timeHigh, timeLow } = event;
	if (span === 0) throw new PcapngError(offset, damageSays('eventInLostPart'));
	if (at + PACKET_HEADER_BYTES + 4 > bytes.length) throw new PcapngError(offset, damageSays('fileEndsInEvent'));
	const length = uint32At(bytes, at + 4);
	const captured = uint32At(bytes, at + 20);
	if (uint32At(bytes, at) !== BLOCK.packet) throw new PcapngError(offset, damageSays('noPacketAtEvent'));
	if (length < BLOCK_OVERHEAD || length % 4 !== 0 || length > span) {
		throw new PcapngError(offset + 4, damageSays('blockLength', { length }));
	}
	if (captured + PACKET_HEADER_BYTES + 4 > length || captured !== uint32At(bytes, at + 24)) {
		throw new PcapngError(offset + 20, damageSays('packetTooLong', { captured }));
	}
	if (uint32At(bytes, at + 12) !== timeHigh || uint32At(bytes, at + 16) !== timeLow) {
		throw new PcapngError(offset + 12, damageSays('packetOtherTime'));
	}
}

/** The same as a quick boolean for a scan: `words` are the bytes as words, and the block starts at word `at`. */
export function fitsHead(words: Uint32Array, at: number, event: EventShape): boolean {
	const length = words[at + 1] ?? 0;
	const captured = words[at + 5] ?? 0;
	return (
		words[at] === BLOCK.packet &&
		words[at + 3] === event.timeHigh &&
		words[at + 4] === event.timeLow &&
		captured === words[at + 6] &&
		captured + PACKET_HEADER_BYTES + 4 <= length &&
		length <= event.span &&
		length % 4 === 0
	);
}

/**
 * Checks all packets of an event against each other, against their checksums and against the index row, and passes
 * their payload on, part by part. `bytes`: the event's blocks from their start. `linkType`: undefined where the
 * description of the interface is damaged. Throws PcapngError, with the place in the segment. Changes of data without a
 * checksum, such as the text of a comment and the payload of an exported PDU, are not detected.
 */
export function checkEvent(bytes: Uint8Array, event: EventShape, linkType: number | undefined, take = NOTHING): void {
	const { offset, span, kind } = event;
	checkHead(bytes, 0, event);
	if (bytes.length < span) throw new PcapngError(offset, damageSays('fileEndsInEvent'));
	let payload = 0;
	for (let at = 0; at < span; ) {
		const place = parseBlock(bytes, at, offset);
		if (!place || at + place.length > span) throw new PcapngError(offset + at, damageSays('eventBlockCut'));
		// Blocks of other programs may be between packets of an event.
		if (place.type === BLOCK.packet) {
			const { packet, comments, flags, queue } = parsePacket(bytes, place, offset);
			const start = offset + at + PACKET_HEADER_BYTES;
			const found = locatePayload(linkType, packet, start);
			if (found.form !== 'exported') checkSums(packet, found, start);
			if (queue !== event.connection) throw new PcapngError(offset + at, damageSays('packetOtherConnection'));
			if (kind === DATA) {
				const isOwn = at === 0 || found.length > 0;
				if (isOwn && (flags & 3) % 3 !== event.direction) {
					throw new PcapngError(offset + at, damageSays('packetOtherWay'));
				}
				payload += found.length;
				take(packet.subarray(found.offset, found.offset + found.length));
			} else if (at === 0) checkComment(eventComment(comments), event);
		}
		at += place.length;
	}
	if (kind === DATA && payload !== event.length) {
		throw new PcapngError(offset, damageSays('eventOtherLength', { payload, length: event.length }));
	}
}

function checkComment(comment: EventComment | undefined, { offset, kind, direction, connection }: EventShape): void {
	const fits =
		comment !== undefined &&
		EVENT_KINDS.indexOf(comment.kind) === kind &&
		DIRECTIONS.indexOf(comment.direction) === direction &&
		comment.connection === connection;
	if (!fits) throw new PcapngError(offset, damageSays('commentOtherEvent'));
}

const bigUint16At = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** The checksums of IP, TCP and UDP (RFC 791, 8200, 9293, 768). Throws PcapngError where one is wrong. */
function checkSums(packet: Uint8Array, { form }: Pick<PayloadPlace, 'form'>, base: number): void {
	if (form === 'exported') return;
	const v4 = (packet[0] ?? 0) >> 4 === 4;
	const ipBytes = v4 ? ((packet[0] ?? 0) & 0x0f) * 4 : 40;
	if (ipBytes < 20 || packet.length < ipBytes) throw new PcapngError(base, damageSays('ipHeaderDamaged'));
	const total = v4 ? bigUint16At(packet, 2) : 40 + bigUint16At(packet, 4);
	if (total !== packet.length || (v4 && sumOf(packet, 0, ipBytes) !== 0xffff)) {
		throw new PcapngError(base, damageSays('ipHeaderDamaged'));
	}
	// RFC 768: zero means that there is none. Wirebench never writes that.
	if (form === 'udp' && bigUint16At(packet, ipBytes + 6) === 0) {
		throw new PcapngError(base + ipBytes + 6, damageSays('checksumLost'));
	}
	const protocol = packet[v4 ? 9 : 6] ?? 0;
	const pseudo = sumOf(packet, v4 ? 12 : 8, v4 ? 20 : 40) + swap16(protocol) + swap16(packet.length - ipBytes);
	if (fold(pseudo + sumOf(packet, ipBytes, packet.length)) !== 0xffff) {
		throw new PcapngError(base + ipBytes, damageSays('checksumWrong'));
	}
}

/** Fewer bytes are summed faster than a view of them is made. */
const LONG = 128;

/** The folded sum of little-endian 16-bit words from an even byte `from` up to, but without, `to`. */
function sumOf(bytes: Uint8Array, from: number, to: number): number {
	const at = bytes.byteOffset + from;
	const end = from + ((to - from) & ~3);
	let sum = 0;
	if (at % 4 === 0 && to - from >= LONG)
		sum = sumManyWords(new Uint32Array(bytes.buffer, at, (end - from) / 4), 0, (end - from) / 4);
	else for (let i = from; i < end; i += 2) sum += (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8);
	for (let i = end; i < to; i++) sum += i % 2 === 0 ? (bytes[i] ?? 0) : (bytes[i] ?? 0) << 8;
	return fold(sum);
}

/** Whether the bytes of a packet's headers can be trusted, as far as its IP header's checksum shows. */
export function isSoundHead(packet: Uint8Array, linkType: number | undefined): boolean {
	if ((linkType ?? guessLink(packet[0] ?? 0)) !== LINK.ip) return true;
	if ((packet[0] ?? 0) >> 4 !== 4) return true;
	const ipBytes = ((packet[0] ?? 0) & 0x0f) * 4;
	const known = packet[9] === PROTOCOL.tcp || packet[9] === PROTOCOL.udp;
	return known && packet.length >= ipBytes && sumOf(packet, 0, ipBytes) === 0xffff;
}
