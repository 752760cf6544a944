import { type IndexRow, rowNumbers } from '../format/index-file.ts';
import { locatePayload } from '../packet/locate.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { payloadOf } from './contents.ts';
import type { SegmentReader } from './segment.ts';

/** The largest packet with its options fits in this. */
const BLOCK_BYTES = 192 << 10;

/**
 * Payload bytes of an event from `offset`; fewer than `length` at its end. Only the packets that contain them are read:
 * all packets of an event but the last have the same length.
 */
export function readPayload(
	segment: SegmentReader,
	row: IndexRow,
	offset: number,
	length: number,
): Uint8Array<ArrayBuffer> {
	const from = Math.min(offset, row.length);
	const result = new Uint8Array(Math.max(0, Math.min(length, row.length - from)));
	if (result.length === 0) return result;
	const first = readPacket(segment, row, row.offset);
	const stride = first.payload.length;
	if (stride === 0) throw shortEvent(row);
	let packet = Math.floor(from / stride);
	let skip = from - packet * stride;
	for (let done = 0; done < result.length; packet++) {
		const { payload } = packet === 0 ? first : readPacket(segment, row, row.offset + packet * first.blockBytes);
		const rest = row.length - packet * stride;
		if (payload.length !== Math.min(stride, rest)) throw shortEvent(row);
		const part = payload.subarray(skip, skip + result.length - done);
		result.set(part, done);
		done += part.length;
		skip = 0;
	}
	return result;
}

function shortEvent({ offset }: IndexRow): PcapngError {
	return new PcapngError(offset, damageSays('eventShort'));
}

/** One packet of the event, checked by itself. */
function readPacket(segment: SegmentReader, row: IndexRow, at: number): { payload: Uint8Array; blockBytes: number } {
	const { linkType } = segment.interfaceAt(row.interfaceOffset);
	const bytes = segment.data.read(at, Math.max(0, Math.min(BLOCK_BYTES, row.offset + row.span - at)));
	const place = parseBlock(bytes, 0, at);
	if (!place) throw new PcapngError(at, damageSays('eventPacketCut'));
	const { packet } = parsePacket(bytes, place, at);
	const { length } = locatePayload(linkType, packet, at + PACKET_HEADER_BYTES);
	const shape = { ...rowNumbers(row), offset: at, span: place.length, length, linkType };
	// The packets after the first have times of their own.
	const { timeHigh, timeLow } = at === row.offset ? shape : timeOf(bytes);
	return {
		payload: payloadOf(bytes.subarray(0, place.length), { ...shape, timeHigh, timeLow }),
		blockBytes: place.length,
	};
}

function timeOf(bytes: Uint8Array): { timeHigh: number; timeLow: number } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return { timeHigh: view.getUint32(12, true), timeLow: view.getUint32(16, true) };
}
