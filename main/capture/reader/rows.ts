import type { CaptureRow } from '../../../common/contract/capture.ts';
import { LIMITS } from '../../../common/contract/limits.ts';
import { eventComment } from '../comment.ts';
import type { IndexRow } from '../index-file.ts';
import { locatePayload } from '../packet/locate.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import type { CaptureFolder } from './folder.ts';
import type { SegmentReader } from './segment.ts';

/** Headers in front of a payload: IPv6 and TCP with options, or the tags of an exported PDU. */
const LARGEST_HEADERS = PACKET_HEADER_BYTES + 160;
/** One read of the segment covers rows up to this many bytes, and skips no more than this between them. */
const READ_BYTES = 256 << 10;
const READ_GAP = 8 << 10;

export const GONE = 'The file that held this event was deleted while the capture was written.';

/** A packet block with the longest of comments fits in this. */
const LARGEST_COMMENTED = 192 << 10;

/** Bytes of the segment that showing this row takes: the first packet for its comment, or headers and preview. */
function needed(row: IndexRow): number {
	return Math.min(row.span, row.kind === 'data' ? LARGEST_HEADERS + LIMITS.previewBytes : LARGEST_COMMENTED);
}

/** Rows as the log shows them, from position `from` up to, but without, `to`. */
export function readRows(folder: CaptureFolder, from: number, to: number): CaptureRow[] {
	const result: CaptureRow[] = [];
	const previews = new Uint8Array(Math.max(0, to - from) * LIMITS.previewBytes);
	for (const run of folder.rows(from, to)) {
		if (!run.segment) {
			for (let i = 0; i < run.count; i++) result.push(goneRow(run.from + i));
			continue;
		}
		const { segment, rows } = run;
		let window: Uint8Array = new Uint8Array(0);
		let start = 0;
		for (const [i, row] of rows.entries()) {
			if (row.offset < start || row.offset + needed(row) > start + window.length) {
				start = row.offset;
				window = segment.data.read(start, windowBytes(rows, i));
			}
			const at = row.offset - start;
			const room = previews.subarray(result.length * LIMITS.previewBytes, (result.length + 1) * LIMITS.previewBytes);
			result.push(readRow(segment, row, run.from + i, window.subarray(at), room));
		}
	}
	return result;
}

/** Stands for an event whose file was deleted while the capture was written. */
export function goneRow(n: number): CaptureRow {
	const nothing = new Uint8Array(0);
	const base = { n, time: 0n, endpoint: '', connection: 0, direction: 'none', length: 0 } as const;
	return { ...base, kind: 'note', preview: nothing, text: GONE };
}

/** How far to read for row `i` and those after it that lie near. */
function windowBytes(rows: readonly IndexRow[], i: number): number {
	const first = rows[i];
	if (!first) return 0;
	let end = first.offset + needed(first);
	for (let next = rows[++i]; next; next = rows[++i]) {
		const nextEnd = next.offset + needed(next);
		if (next.offset - end > READ_GAP || nextEnd - first.offset > READ_BYTES) break;
		end = nextEnd;
	}
	return end - first.offset;
}

function readRow(
	segment: SegmentReader,
	row: IndexRow,
	n: number,
	bytes: Uint8Array,
	room: Uint8Array<ArrayBuffer>,
): CaptureRow {
	const { endpoint, kind: endpointKind, linkType } = segment.interfaceAt(row.interfaceOffset);
	const { time, connection, kind, direction, length } = row;
	const base = { n, time, endpoint, connection, kind, direction, length };
	if (kind === 'data') {
		const packet = bytes.subarray(PACKET_HEADER_BYTES);
		const { offset } = locatePayload(linkType, packet, row.offset + PACKET_HEADER_BYTES);
		const preview = room.subarray(0, Math.min(length, room.length));
		preview.set(packet.subarray(offset, offset + preview.length));
		return { ...base, preview, text: '' };
	}
	const place = parseBlock(bytes, 0, row.offset);
	if (!place) throw new PcapngError(row.offset, 'The index points past the end of the segment.');
	const comment = eventComment(parsePacket(bytes, place, row.offset).comments);
	const failed = kind === 'error' || kind === 'reset' ? { endpointKind } : {};
	return { ...base, ...failed, preview: room.subarray(0, 0), text: comment?.text ?? '' };
}
