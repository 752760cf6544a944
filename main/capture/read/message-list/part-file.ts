import { crc32 } from 'node:zlib';
import type { PositionedFile } from '../../format/file.ts';
import { INDEX_ROW_BYTES } from '../../format/index-file.ts';
import { ITEM_WORDS } from './record.ts';

/**
 * A part of a list of messages, of the events from `from` up to, but without, `to`. All numbers are little-endian.
 *
 * Header, 128 bytes:
 *    0  8 bytes   "WBITEMS1"
 *    8  u32       items
 *   12  u32       bytes of the directions after them
 *   16  u64       position in the list of the first item
 *   24  u32       position in the capture of the first event
 *   28  u32       position after the last event
 *   32  32 bytes  index row of the first event
 *   64  32 bytes  index row of the last event
 *   96  u32       CRC-32 of the items
 *  100  u32       CRC-32 of the directions
 *  104  20 bytes  zero
 *  124  u32       CRC-32 of the bytes before
 *
 * Then the items, as in record.ts, and the directions that were open at the end, as in directions.ts.
 */
const HEADER_BYTES = 128;
const MAGIC = 'WBITEMS1';
const ROWS = 32;
const CRC = HEADER_BYTES - 4;
const ITEM_BYTES = ITEM_WORDS * 4;
/** Bytes of a part that are in memory while it is checked. */
const PIECE_BYTES = 256 << 10;

/** A part without its items. */
export interface PartHead {
	/** Position in the list of its first item. */
	readonly firstItem: number;
	readonly from: number;
	readonly to: number;
	/** Index rows of its first and its last event: the part is valid while these are. */
	readonly firstRow: Uint8Array;
	readonly lastRow: Uint8Array;
	readonly directions: Uint32Array;
}

export interface Part extends PartHead {
	readonly items: Uint32Array;
}

/** A part in a file. */
export interface StoredPart extends PartHead {
	/** Items in it. */
	readonly count: number;
}

/** The pieces of the file of a part, in order: the items are not copied. */
export function encodePart({ firstItem, from, to, firstRow, lastRow, items, directions }: Part): readonly Uint8Array[] {
	const records = bytesOf(items);
	const state = bytesOf(directions);
	const header = new Uint8Array(HEADER_BYTES);
	const view = new DataView(header.buffer);
	header.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, records.length / ITEM_BYTES, true);
	view.setUint32(12, state.length, true);
	view.setBigUint64(16, BigInt(firstItem), true);
	view.setUint32(24, from, true);
	view.setUint32(28, to, true);
	header.set(firstRow, ROWS);
	header.set(lastRow, ROWS + INDEX_ROW_BYTES);
	view.setUint32(96, crc32(records), true);
	view.setUint32(100, crc32(state), true);
	view.setUint32(CRC, crc32(header.subarray(0, CRC)), true);
	return [header, records, state];
}

/**
 * Checks a whole file and reads all of the part but its items; undefined for anything else, and where it is damaged. Throws Node's
 * errors.
 */
export function readPart(file: PositionedFile): StoredPart | undefined {
	const header = Buffer.from(file.read(0, HEADER_BYTES));
	if (header.length < HEADER_BYTES || header.toString('latin1', 0, 8) !== MAGIC) return undefined;
	if (crc32(header.subarray(0, CRC)) !== header.readUInt32LE(CRC)) return undefined;
	const count = header.readUInt32LE(8);
	const end = HEADER_BYTES + count * ITEM_BYTES;
	const stateBytes = header.readUInt32LE(12);
	if (file.size !== end + stateBytes || sumOf(file, HEADER_BYTES, end) !== header.readUInt32LE(96)) return undefined;
	const state = file.read(end, stateBytes);
	if (crc32(state) !== header.readUInt32LE(100)) return undefined;
	return {
		firstItem: Number(header.readBigUInt64LE(16)),
		from: header.readUInt32LE(24),
		to: header.readUInt32LE(28),
		firstRow: header.subarray(ROWS, ROWS + INDEX_ROW_BYTES),
		lastRow: header.subarray(ROWS + INDEX_ROW_BYTES, ROWS + 2 * INDEX_ROW_BYTES),
		count,
		directions: wordsOf(state),
	};
}

/** Items of a part from one on, in `memory` where they fit; fewer where the file ends. Throws Node's errors. */
export function readItems(file: PositionedFile, from: number, count: number, memory?: Uint32Array): Uint32Array {
	const words = count * ITEM_WORDS;
	const items = memory !== undefined && memory.length >= words ? memory.subarray(0, words) : new Uint32Array(words);
	const done = file.readInto(bytesOf(items), HEADER_BYTES + from * ITEM_BYTES);
	return items.subarray(0, Math.floor(done / ITEM_BYTES) * ITEM_WORDS);
}

/** The CRC-32 of the bytes from `from` to `end`, read piece by piece. */
function sumOf(file: PositionedFile, from: number, end: number): number {
	const memory = new Uint8Array(Math.min(PIECE_BYTES, end - from));
	let sum = 0;
	for (let at = from; at < end; at += memory.length) {
		const piece = memory.subarray(0, Math.min(memory.length, end - at));
		sum = crc32(piece.subarray(0, file.readInto(piece, at)), sum);
	}
	return sum;
}

function bytesOf(words: Uint32Array): Uint8Array {
	return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** A copy, which is aligned. */
function wordsOf(bytes: Uint8Array): Uint32Array {
	return new Uint32Array(new Uint8Array(bytes).buffer);
}
