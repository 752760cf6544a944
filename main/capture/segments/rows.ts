import type { EventKind } from '../../../common/capture/event.ts';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { messageOf } from '../../../common/contract/base/message-of.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { isDatagram } from '../../../common/endpoints/shared/roles.ts';
import { captureErrors } from '../../../common/words/en/sentences/captures.ts';
import { damagedEvents } from '../../../common/words/en/sentences/files/damage.ts';
import { eventComment } from '../format/comment.ts';
import { type IndexRow, rowNumbers } from '../format/index-file.ts';
import { isoTime } from '../format/iso-time.ts';
import { sentenceIn } from '../format/sentence-comment.ts';
import { packetEnds } from '../packet/ends.ts';
import { locatePayload } from '../packet/locate.ts';
import { checkEvent, checkHead, isSoundHead } from '../packet/verify.ts';
import { PACKET_HEADER_BYTES, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parsePacket } from '../pcapng/parse.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { type EventPlace, payloadOf } from './contents.ts';
import type { CaptureFolder } from './folder.ts';
import type { SegmentReader } from './segment.ts';

/** Events up to this many bytes are read completely, so that they can be checked completely. */
const WHOLE_BYTES = 1024;
/** One read of the segment covers rows up to this many bytes, and skips no more than this between them. */
const READ_BYTES = 256 << 10;
const READ_GAP = 8 << 10;

/** The text of an event whose file is not there. */
export const GONE = captureErrors.eventGone;

/** A packet block with the longest comment fits in this. */
const LARGEST_COMMENTED = 192 << 10;

/** Bytes of the segment that this row needs: the first packet for its comment, or headers and preview. */
function needed(row: IndexRow): number {
	return Math.min(row.span, row.kind === 'data' ? WHOLE_BYTES : LARGEST_COMMENTED);
}

/** Rows for the log, from position `from` up to, but without, `to`. */
export function readRows(folder: CaptureFolder, from: number, to: number): CaptureRow[] {
	const result: CaptureRow[] = [];
	const previews = new Uint8Array(Math.max(0, to - from) * LIMITS.previewBytes);
	for (const run of folder.rows(from, to)) {
		if (!run.segment) {
			for (let i = 0; i < run.count; i++) result.push(goneRow(run.from + i, run));
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
			result.push(readRow(segment, row, run.from + i, window.subarray(Math.max(0, at)), room));
		}
	}
	return result;
}

/** Replaces an event that is in no file. Its own time is unknown: it has that of the previous event, or the next. */
export function goneRow(
	n: number,
	{ after, before }: { after?: bigint | undefined; before?: bigint | undefined } = {},
): CaptureRow {
	const time = after ?? before ?? 0n;
	const base = { n, time, endpoint: '', connection: 0, direction: 'none', length: 0 } as const;
	const when = [
		after === undefined ? [] : [`after ${isoTime(after)}`],
		before === undefined ? [] : [`before ${isoTime(before)}`],
	].flat();
	const text = when.length === 0 ? GONE : `${GONE} It happened ${when.join(' and ')}.`;
	return { ...base, kind: 'note', preview: new Uint8Array(0), text };
}

/** Whether a row replaces an event that is in no file. */
export function isGone({ kind, text }: CaptureRow): boolean {
	return kind === 'note' && text.startsWith(GONE);
}

/** How far to read for row `i` and those after it that are close. */
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

/** The row of an event; for a damaged one, a note that reports it, with the known fields. */
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
	const event = { ...rowNumbers(row), linkType };
	try {
		if (kind === 'data') {
			const charset = segment.charsetAt(row.interfaceOffset);
			const preview = previewOf(bytes, event, room);
			const datagram = endpointKind === undefined ? isUdp(bytes, linkType) : isDatagram(endpointKind);
			return { ...base, ...(charset === 'utf-8' ? {} : { charset }), ...(datagram && { datagram }), preview, text: '' };
		}
		const span = row.span <= LARGEST_COMMENTED ? row.span : firstBlock(bytes, row);
		checkEvent(bytes.subarray(0, span), { ...event, span }, linkType);
		const place = parseBlock(bytes, 0, row.offset);
		const comments = place === undefined ? [] : parsePacket(bytes, place, row.offset).comments;
		const failed = kind === 'error' || kind === 'reset' ? { endpointKind } : {};
		const says = sentenceIn(comments);
		const text = eventComment(comments)?.text ?? '';
		return { ...base, ...failed, preview: room.subarray(0, 0), text, ...(says && { says }) };
	} catch (error) {
		segment.isDamaged(n, error);
		return damagedRow(base, error);
	}
}

/** Whether a packet block of another program's capture has a datagram. */
function isUdp(block: Uint8Array, linkType: number | undefined): boolean {
	return packetEnds(linkType, block.subarray(PACKET_HEADER_BYTES)).protocol === 'udp';
}

/** Replaces an event that cannot be read. */
function damagedRow(
	{ kind, ...row }: Pick<CaptureRow, 'n' | 'time' | 'endpoint' | 'connection' | 'kind' | 'direction' | 'length'>,
	error: unknown,
): CaptureRow {
	return {
		...row,
		kind: 'note',
		direction: 'none',
		length: 0,
		preview: new Uint8Array(0),
		text: damagedText(kind, row.length, error),
	};
}

/** The text for an event that cannot be read. */
export function damagedText(kind: EventKind, length: number, error: unknown): string {
	const reason = messageOf(error);
	return kind === 'data'
		? damagedEvents.damagedData({ bytes: length, reason })
		: damagedEvents.damagedEvent({ kind, reason });
}

/** The text of an event without bytes is in its first packet. */
function firstBlock(bytes: Uint8Array, { offset, span }: IndexRow): number {
	return span === 0 ? 0 : (parseBlock(bytes, 0, offset)?.length ?? span);
}

function previewOf(bytes: Uint8Array, event: EventPlace, room: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const preview = room.subarray(0, Math.min(event.length, room.length));
	if (event.span <= WHOLE_BYTES) {
		preview.set(payloadOf(bytes.subarray(0, event.span), event).subarray(0, preview.length));
		return preview;
	}
	checkHead(bytes, 0, event);
	const packet = bytes.subarray(PACKET_HEADER_BYTES);
	const { offset } = locatePayload(event.linkType, packet, event.offset + PACKET_HEADER_BYTES);
	if (!isSoundHead(packet, event.linkType) || offset + preview.length > packet.length) {
		throw new PcapngError(event.offset + PACKET_HEADER_BYTES, damageSays('headersDamaged'));
	}
	preview.set(packet.subarray(offset, offset + preview.length));
	return preview;
}
