import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
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
export const ITEM_BYTES = ITEM_WORDS * 4;
export const PART_HEADER_BYTES = HEADER_BYTES;

export interface Part {
	/** Position in the list of its first item. */
	readonly firstItem: number;
	readonly from: number;
	readonly to: number;
	/** Index rows of its first and its last event: the part is valid while these are. */
	readonly firstRow: Uint8Array;
	readonly lastRow: Uint8Array;
	readonly items: Uint32Array;
	readonly directions: Uint32Array;
}

export function encodePart({ firstItem, from, to, firstRow, lastRow, items, directions }: Part): Uint8Array {
	const records = bytesOf(items);
	const state = bytesOf(directions);
	const file = new Uint8Array(HEADER_BYTES + records.length + state.length);
	const view = new DataView(file.buffer);
	file.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, records.length / ITEM_BYTES, true);
	view.setUint32(12, state.length, true);
	view.setBigUint64(16, BigInt(firstItem), true);
	view.setUint32(24, from, true);
	view.setUint32(28, to, true);
	file.set(firstRow, ROWS);
	file.set(lastRow, ROWS + INDEX_ROW_BYTES);
	view.setUint32(96, crc32(records), true);
	view.setUint32(100, crc32(state), true);
	view.setUint32(CRC, crc32(file.subarray(0, CRC)), true);
	file.set(records, HEADER_BYTES);
	file.set(state, HEADER_BYTES + records.length);
	return file;
}

/** Reads a whole part; undefined for anything else, and where it is damaged. Throws Node's errors. */
export function readPart(path: string): Part | undefined {
	const file = readFileSync(path);
	if (file.length < HEADER_BYTES || file.toString('latin1', 0, 8) !== MAGIC) return undefined;
	if (crc32(file.subarray(0, CRC)) !== file.readUInt32LE(CRC)) return undefined;
	const end = HEADER_BYTES + file.readUInt32LE(8) * ITEM_BYTES;
	const records = file.subarray(HEADER_BYTES, end);
	const state = file.subarray(end, end + file.readUInt32LE(12));
	if (file.length !== end + file.readUInt32LE(12)) return undefined;
	if (crc32(records) !== file.readUInt32LE(96) || crc32(state) !== file.readUInt32LE(100)) return undefined;
	return {
		firstItem: Number(file.readBigUInt64LE(16)),
		from: file.readUInt32LE(24),
		to: file.readUInt32LE(28),
		firstRow: file.subarray(ROWS, ROWS + INDEX_ROW_BYTES),
		lastRow: file.subarray(ROWS + INDEX_ROW_BYTES, ROWS + 2 * INDEX_ROW_BYTES),
		items: wordsOf(records),
		directions: wordsOf(state),
	};
}

function bytesOf(words: Uint32Array): Uint8Array {
	return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** A copy, which is aligned. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
	return new Uint32Array(new Uint8Array(bytes).buffer);
}
