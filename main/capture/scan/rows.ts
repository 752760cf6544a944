import { DIRECTIONS, type Direction } from '../../../common/capture/event.ts';
import { type EventComment, eventComment, GOES_ON } from '../comment.ts';
import type { IndexRow } from '../index-file.ts';
import { parseSegmentFirst } from '../names.ts';
import { locatePayload, type PayloadPlace } from '../packet/locate.ts';
import { BLOCK, PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { type ParsedPacket, parseInterface, parsePacket, parseSection } from '../pcapng/parse.ts';
import type { ScannedBlock } from './blocks.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Makes index rows out of blocks, in order. What a row is made of:
 * - a packet with an event comment other than `data` is an event;
 * - payload is a `data` event, which for TCP goes on until PSH, and otherwise while a comment says so;
 * - a TCP packet with neither belongs to the event before it (handshakes, acknowledgements).
 */
export class RowScanner {
	readonly #emit: (row: IndexRow) => void;
	readonly #interfaces: { linkType: number; offset: number }[] = [];
	/** Complete but for packets that may still belong to it. */
	#last: Mutable<IndexRow> | undefined;
	/** A data event whose end has not come. */
	#partial: Mutable<IndexRow> | undefined;
	/** Just after the last complete event, or after the section header. */
	end = 0;
	/** Position of the first event, as the section header says. */
	first: number | undefined;

	constructor(emit: (row: IndexRow) => void) {
		this.#emit = emit;
	}

	/** Takes the next block. Throws PcapngError for what a capture cannot contain. */
	take({ bytes, base, place }: ScannedBlock): void {
		const offset = base + place.at;
		if (offset === 0 && place.type !== BLOCK.section) throw new PcapngError(0, 'This is not a pcapng file.');
		if (place.type === BLOCK.section) {
			const { comment } = parseSection(bytes, place, base);
			this.first ??= parseSegmentFirst(comment);
			this.#interfaces.length = 0;
			this.end = offset + place.length;
		} else if (place.type === BLOCK.interface) {
			const { linkType } = parseInterface(bytes, place, base);
			this.#interfaces.push({ linkType, offset });
		} else if (place.type === BLOCK.packet) {
			this.#packet(parsePacket(bytes, place, base), offset, place.length);
		}
	}

	/** Emits the last complete event. */
	finish(): void {
		if (this.#last) this.#emit(this.#last);
		this.#last = undefined;
	}

	#packet(packet: ParsedPacket, offset: number, blockBytes: number): void {
		const known = this.#interfaces[packet.interfaceId];
		if (!known) throw new PcapngError(offset + 8, `The section has no interface ${packet.interfaceId}.`);
		const comment = eventComment(packet.comments);
		const payload = locatePayload(known.linkType, packet.packet, offset + PACKET_HEADER_BYTES);
		if (this.#partial) this.#check(this.#partial, packet, offset);
		if (comment && comment.kind !== 'data') {
			const { kind, direction, connection } = comment;
			this.#complete(this.#row(packet, known.offset, offset, blockBytes, { kind, direction, connection, length: 0 }));
		} else if (payload.form === 'tcp' && payload.length === 0) {
			if (this.#last) this.#extend(this.#last, offset + blockBytes);
		} else {
			this.#data(packet, payload, comment, known.offset, offset, blockBytes);
		}
	}

	#data(
		packet: ParsedPacket,
		payload: PayloadPlace,
		comment: EventComment | undefined,
		interfaceOffset: number,
		offset: number,
		blockBytes: number,
	): void {
		const row =
			this.#partial ??
			this.#row(packet, interfaceOffset, offset, 0, {
				kind: 'data',
				direction: directionOf(packet),
				connection: packet.queue,
				length: 0,
			});
		row.length += payload.length;
		row.span = offset + blockBytes - row.offset;
		const goesOn = payload.form === 'tcp' ? !payload.push : comment?.text === GOES_ON;
		this.#partial = goesOn ? row : undefined;
		if (!goesOn) this.#complete(row);
	}

	#check(partial: IndexRow, packet: ParsedPacket, offset: number): void {
		if (packet.queue === partial.connection && directionOf(packet) === partial.direction) return;
		throw new PcapngError(offset, 'An event is interrupted by another.');
	}

	#row(
		packet: ParsedPacket,
		interfaceOffset: number,
		offset: number,
		span: number,
		what: Pick<IndexRow, 'kind' | 'direction' | 'connection' | 'length'>,
	): Mutable<IndexRow> {
		return { time: packet.time, offset, span, interfaceOffset, ...what };
	}

	#complete(row: Mutable<IndexRow>): void {
		if (this.#last) this.#emit(this.#last);
		this.#last = row;
		this.#extend(row, row.offset + row.span);
	}

	#extend(row: Mutable<IndexRow>, end: number): void {
		row.span = end - row.offset;
		this.end = end;
	}
}

function directionOf(packet: ParsedPacket): Direction {
	return DIRECTIONS[packet.flags & 3] ?? 'none';
}
