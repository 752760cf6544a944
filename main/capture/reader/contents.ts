import { eventComment } from '../comment.ts';
import type { IndexRow } from '../index-file.ts';
import { locatePayload } from '../packet/locate.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { readPayload } from './bytes.ts';
import type { SegmentReader } from './segment.ts';

/** Bytes that one read of a segment takes at most, and events that it skips rather than reads. */
const READ_BYTES = 1 << 20;
const READ_GAP = 8 << 10;

/** Reads what events hold, in large pieces when they lie near each other. */
export class Contents {
	readonly #segment: SegmentReader;
	#window: Uint8Array = new Uint8Array(0);
	#start = 0;

	constructor(segment: SegmentReader) {
		this.#segment = segment;
	}

	/** Whether `of` gives this row's content without reading. */
	holds(row: IndexRow): boolean {
		return row.offset >= this.#start && row.offset + row.span <= this.#start + this.#window.length;
	}

	/** Reads the first of `rows` and those after it that lie near. */
	load(rows: Iterable<IndexRow>): void {
		let first: number | undefined;
		let end = 0;
		for (const { offset, span } of rows) {
			first ??= offset;
			const next = offset + span;
			if (end > 0 && (offset - end > READ_GAP || next - first > READ_BYTES)) break;
			end = next;
		}
		this.#start = first ?? 0;
		this.#window = this.#segment.data.read(this.#start, Math.min(READ_BYTES, end - this.#start));
	}

	/** The payload of a `data` event, in place where it is one packet; of any other event its text. */
	of(row: IndexRow): Uint8Array {
		if (!this.holds(row)) return readPayload(this.#segment, row, 0, row.length);
		const at = row.offset - this.#start;
		const bytes = this.#window.subarray(at, at + row.span);
		if (row.kind !== 'data') return textOf(bytes, row);
		const { linkType } = this.#segment.interfaceAt(row.interfaceOffset);
		return payloadOf(bytes, row, linkType);
	}
}

function payloadOf(bytes: Uint8Array, row: IndexRow, linkType: number): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let joined: Uint8Array | undefined;
	let done = 0;
	for (let at = 0; ; at += view.getUint32(at + 4, true)) {
		const packet = bytes.subarray(at + PACKET_HEADER_BYTES, at + PACKET_HEADER_BYTES + view.getUint32(at + 20, true));
		const { offset } = locatePayload(linkType, packet, row.offset + at + PACKET_HEADER_BYTES);
		const part = packet.subarray(offset, offset + row.length - done);
		if (part.length === row.length) return part;
		if (part.length === 0) throw new PcapngError(row.offset, 'An event has fewer bytes than its index row says.');
		joined ??= new Uint8Array(row.length);
		joined.set(part, done);
		done += part.length;
		if (done === row.length) return joined;
	}
}

function textOf(bytes: Uint8Array, row: IndexRow): Uint8Array {
	const place = parseBlock(bytes, 0, row.offset);
	if (!place) throw new PcapngError(row.offset, 'The index points past the end of the segment.');
	return new TextEncoder().encode(eventComment(parsePacket(bytes, place, row.offset).comments)?.text ?? '');
}
