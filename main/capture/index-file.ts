import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../common/capture/event.ts';

/**
 * The index beside a segment: `capture-000001.index` for `capture-000001.pcapng`. Everything is little-endian.
 *
 * Header, 32 bytes:
 *    0  8 bytes  "WBINDEX1"
 *    8  u32      bytes of this header: 32
 *   12  u32      bytes of a row: 32
 *   16  u64      position in the capture of the segment's first event
 *   24  u64      byte of the data file at which the segment begins; 0 for a segment that is a file of its own
 *
 * Then a row for each event of the segment, 32 bytes, in order:
 *    0  u64  time, nanoseconds since 1970
 *    8  u32  offset in the segment of the first block of the event
 *   12  u32  bytes in the segment from there to the end of its last block
 *   16  u32  offset in the segment of the description of its interface
 *   20  u32  connection number, 0 for an event of the endpoint itself
 *   24  u32  payload bytes
 *   28  u8   kind, as in EVENT_KINDS
 *   29  u8   direction, as in DIRECTIONS
 *   30  u16  zero
 *
 * The index holds nothing that the segment does not: it can be made again by a scan.
 */
export const INDEX_HEADER_BYTES = 32;
export const INDEX_ROW_BYTES = 32;
const MAGIC = 'WBINDEX1';

export interface IndexRow {
	readonly time: bigint;
	readonly offset: number;
	readonly span: number;
	readonly interfaceOffset: number;
	readonly connection: number;
	readonly length: number;
	readonly kind: EventKind;
	readonly direction: Direction;
}

/** What the header of an index says. */
export interface IndexHeader {
	/** Position in the capture of the segment's first event. */
	readonly first: number;
	/** Byte of the data file that offsets count from. */
	readonly base: number;
}

export function buildIndexHeader(first: number, base = 0): Uint8Array {
	const bytes = new Uint8Array(INDEX_HEADER_BYTES);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, INDEX_HEADER_BYTES, true);
	view.setUint32(12, INDEX_ROW_BYTES, true);
	view.setBigUint64(16, BigInt(first), true);
	view.setBigUint64(24, BigInt(base), true);
	return bytes;
}

/** Reads a header, or gives undefined when these bytes do not begin an index of this layout. */
export function parseIndexHeader(bytes: Uint8Array): IndexHeader | undefined {
	if (bytes.length < INDEX_HEADER_BYTES) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) return undefined;
	if (view.getUint32(8, true) !== INDEX_HEADER_BYTES || view.getUint32(12, true) !== INDEX_ROW_BYTES) return undefined;
	const first = Number(view.getBigUint64(16, true));
	const base = Number(view.getBigUint64(24, true));
	return Number.isSafeInteger(first) && Number.isSafeInteger(base) ? { first, base } : undefined;
}

/** A row as numbers alone: the time in two halves, kind and direction as their codes. */
export interface IndexNumbers {
	readonly timeHigh: number;
	readonly timeLow: number;
	readonly offset: number;
	readonly span: number;
	readonly interfaceOffset: number;
	readonly connection: number;
	readonly length: number;
	readonly kind: number;
	readonly direction: number;
}

/** Writes a row at byte `at`. */
export function writeIndexRow(view: DataView, at: number, row: IndexNumbers): void {
	view.setUint32(at, row.timeLow, true);
	view.setUint32(at + 4, row.timeHigh, true);
	view.setUint32(at + 8, row.offset, true);
	view.setUint32(at + 12, row.span, true);
	view.setUint32(at + 16, row.interfaceOffset, true);
	view.setUint32(at + 20, row.connection, true);
	view.setUint32(at + 24, row.length, true);
	view.setUint8(at + 28, row.kind);
	view.setUint8(at + 29, row.direction);
	view.setUint16(at + 30, 0);
}

/** Reads the row at byte `at` of `bytes`. Throws RangeError past the end or for codes that are not in the lists. */
export function parseIndexRow(bytes: Uint8Array, at: number): IndexRow {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const kind = EVENT_KINDS[view.getUint8(at + 28)];
	const direction = DIRECTIONS[view.getUint8(at + 29)];
	if (kind === undefined || direction === undefined) throw new RangeError('An index row has an unknown kind.');
	return {
		time: view.getBigUint64(at, true),
		offset: view.getUint32(at + 8, true),
		span: view.getUint32(at + 12, true),
		interfaceOffset: view.getUint32(at + 16, true),
		connection: view.getUint32(at + 20, true),
		length: view.getUint32(at + 24, true),
		kind,
		direction,
	};
}
