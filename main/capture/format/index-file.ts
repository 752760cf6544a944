import { DIRECTIONS, type Direction, EVENT_KINDS, type EventKind } from '../../../common/capture/event.ts';

/**
 * The index beside a segment: `capture-000001.index` for `capture-000001.pcapng`. Everything is little-endian.
 *
 * Header, 64 bytes:
 *    0  8 bytes  "WBINDEX2"
 *    8  u32      bytes of this header: 64
 *   12  u32      bytes of a row: 32
 *   16  u64      position in the capture of the segment's first event
 *   24  u64      byte of the data file at which the segment starts; 0 for a segment in a separate file
 *   32  u32      places where the scan that made this index found the segment damaged
 *   36  u32      events that are known to be lost there
 *   40  u64      byte of the segment where the first of these places begins
 *   48  u64      bytes of the segment that hold no readable event
 *   56  u32      zero
 *   60  u32      check of the 15 words before
 *
 * Then a row for each event of the segment, 32 bytes, in order:
 *    0  u64  time, nanoseconds since 1970
 *    8  u32  offset in the segment of the first block of the event
 *   12  u32  bytes in the segment from there to the end of its last block; 0 for an event whose place is not known
 *   16  u32  offset in the segment of the description of its interface
 *   20  u32  connection number, 0 for an event of the endpoint itself
 *   24  u32  payload bytes
 *   28  u8   kind, as in EVENT_KINDS
 *   29  u8   direction, as in DIRECTIONS
 *   30  u16  check of the 30 bytes before
 *
 * The index only has data of the segment: a scan can rebuild it, as it does for indexes of another version.
 */
export const INDEX_HEADER_BYTES = 64;
export const INDEX_ROW_BYTES = 32;
const MAGIC = 'WBINDEX2';
/** Of the first version: the same without the fields after the base, and without checks. */
const OLD_MAGIC = 'WBINDEX1';
const OLD_HEADER_BYTES = 32;
const HEADER_WORDS = INDEX_HEADER_BYTES / 4;
const ROW_WORDS = INDEX_ROW_BYTES / 4;
/** Start value of a check, so that zeroed headers and rows do not have a valid check of zero. */
const CHECK_SEED = 0x5742_4958;

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

/** Damage that the scan which made an index found in its segment. */
export interface IndexDamage {
	readonly places: number;
	/** Events that are known to be lost there. */
	readonly events: number;
	/** Byte of the segment at the start of the first place. */
	readonly from: number;
	/** Bytes of all places. */
	readonly bytes: number;
}

export const NO_DAMAGE: IndexDamage = { places: 0, events: 0, from: 0, bytes: 0 };

/** The fields of an index header. */
export interface IndexHeader {
	/** Position in the capture of the segment's first event. */
	readonly first: number;
	/** Byte of the data file at which offsets start. */
	readonly base: number;
	readonly damage: IndexDamage;
	/** Bytes of the header; the rows follow it. */
	readonly bytes: number;
	/** Rows have checks: those of the first version have none, and are rebuilt by a scan. */
	readonly checked: boolean;
}

export function buildIndexHeader(first: number, base = 0, damage = NO_DAMAGE): Uint8Array {
	const bytes = new Uint8Array(INDEX_HEADER_BYTES);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, INDEX_HEADER_BYTES, true);
	view.setUint32(12, INDEX_ROW_BYTES, true);
	view.setBigUint64(16, BigInt(first), true);
	view.setBigUint64(24, BigInt(base), true);
	view.setUint32(32, damage.places, true);
	view.setUint32(36, damage.events, true);
	view.setBigUint64(40, BigInt(damage.from), true);
	view.setBigUint64(48, BigInt(damage.bytes), true);
	view.setUint32(INDEX_HEADER_BYTES - 4, headerCheck(view), true);
	return bytes;
}

/** Parses a header; undefined when these bytes are not an intact index header. */
export function parseIndexHeader(bytes: Uint8Array): IndexHeader | undefined {
	if (bytes.length < OLD_HEADER_BYTES) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const magic = new TextDecoder().decode(bytes.subarray(0, 8));
	const size = magic === MAGIC ? INDEX_HEADER_BYTES : magic === OLD_MAGIC ? OLD_HEADER_BYTES : undefined;
	if (size === undefined || bytes.length < size) return undefined;
	if (view.getUint32(8, true) !== size || view.getUint32(12, true) !== INDEX_ROW_BYTES) return undefined;
	const number = (at: number) => Number(view.getBigUint64(at, true));
	const [first, base] = [number(16), number(24)];
	if (!Number.isSafeInteger(first) || !Number.isSafeInteger(base)) return undefined;
	if (magic === OLD_MAGIC) return { first, base, damage: NO_DAMAGE, bytes: size, checked: false };
	if (view.getUint32(size - 4, true) !== headerCheck(view)) return undefined;
	const [places, events] = [view.getUint32(32, true), view.getUint32(36, true)];
	return { first, base, damage: { places, events, from: number(40), bytes: number(48) }, bytes: size, checked: true };
}

/** Mixes in one more word: any changed bit or byte changes the check. */
function mix(check: number, word: number): number {
	return ((check << 5) | (check >>> 27)) ^ word;
}

function headerCheck(view: DataView): number {
	let check = CHECK_SEED;
	for (let word = 0; word < HEADER_WORDS - 1; word++) check = mix(check, view.getUint32(word * 4, true));
	return check >>> 0;
}

/** The check of a row whose words start at `at`, as in the upper half of its last word. */
function rowCheck(words: Uint32Array, at: number): number {
	let check = CHECK_SEED;
	for (let i = at; i < at + ROW_WORDS - 1; i++) check = mix(check, words[i] ?? 0);
	check = mix(check, (words[at + ROW_WORDS - 1] ?? 0) & 0xffff);
	return ((check ^ (check >>> 16)) & 0xffff) << 16;
}

/** Writes the check into a row whose words start at `at`. */
export function sealRow(words: Uint32Array, at: number): void {
	const last = at + ROW_WORDS - 1;
	words[last] = ((words[last] ?? 0) & 0xffff) | rowCheck(words, at);
}

/** Whether the row whose words start at `at` is intact. */
export function isRow(words: Uint32Array, at: number): boolean {
	const last = words[at + ROW_WORDS - 1] ?? 0;
	if ((last & 0xffff_0000) !== rowCheck(words, at)) return false;
	return (last & 0xff) < EVENT_KINDS.length && ((last >>> 8) & 0xff) < DIRECTIONS.length;
}

/** Index rows as words, copied where they are not aligned to four bytes. */
export function rowWords(rows: Uint8Array): Uint32Array {
	const whole = rows.length - (rows.length % INDEX_ROW_BYTES);
	const aligned = rows.byteOffset % 4 === 0 ? rows : rows.slice();
	return new Uint32Array(aligned.buffer, aligned.byteOffset, whole / 4);
}

/** A row as numbers: the time in two halves, kind and direction as their codes. */
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

/** The numbers of a row. */
export function rowNumbers(row: IndexRow): IndexNumbers {
	return {
		...row,
		timeHigh: Number(row.time >> 32n),
		timeLow: Number(row.time & 0xffff_ffffn),
		kind: EVENT_KINDS.indexOf(row.kind),
		direction: DIRECTIONS.indexOf(row.direction),
	};
}

/** Writes a row, with its check, at words from `at`. Only on little-endian machines, like captures. */
export function writeIndexRow(words: Uint32Array, at: number, row: IndexNumbers): void {
	words[at] = row.timeLow;
	words[at + 1] = row.timeHigh;
	words[at + 2] = row.offset;
	words[at + 3] = row.span;
	words[at + 4] = row.interfaceOffset;
	words[at + 5] = row.connection;
	words[at + 6] = row.length;
	words[at + 7] = row.kind | (row.direction << 8);
	sealRow(words, at);
}

/** Parses the row at byte `at` of `bytes`. Throws RangeError past the end or for unknown codes. */
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
