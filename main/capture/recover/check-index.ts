import { existsSync } from 'node:fs';
import { annotationIn } from '../format/annotation.ts';
import { PositionedFile } from '../format/file.ts';
import {
	INDEX_HEADER_BYTES,
	INDEX_ROW_BYTES,
	type IndexDamage,
	isRow,
	parseIndexHeader,
	parseIndexRow,
	rowWords,
} from '../format/index-file.ts';
import { parseSegmentFirst } from '../format/names.ts';
import { BLOCK, PcapngError } from '../pcapng/format.ts';
import { type BlockPlace, parseBlock, parsePacket, parseSection } from '../pcapng/parse.ts';

const LARGEST_HEADER = 66 << 10;
/** The size of the longest interface descriptions and notes. */
const LARGEST_BLOCK = 140 << 10;

/** Rows read at a time: 1 MiB. */
const PAGE_ROWS = 32_768;

/** The state of the index next to a segment. */
export type IndexState =
	/** It has a valid row for each event, and ends exactly where its segment ends. */
	| { readonly kind: 'sound'; readonly rows: number; readonly damage: IndexDamage }
	/** `missing`: there is none. `old`: of an earlier version. `behind`: valid rows, but not to the segment's end. `damaged`: others. */
	| { readonly kind: 'missing' | 'old' | 'behind' | 'damaged' };

/** Checks every row of an index. Throws Node's errors. */
export function checkIndex(segmentPath: string, indexPath: string, first: number): IndexState {
	if (!existsSync(indexPath)) return { kind: 'missing' };
	const index = new PositionedFile(indexPath);
	const segment = new PositionedFile(segmentPath);
	try {
		const { size } = index;
		if (size === 0) return { kind: 'missing' };
		const header = parseIndexHeader(index.read(0, INDEX_HEADER_BYTES));
		if (header?.checked === false) return { kind: 'old' };
		if (header?.first !== first || header.base !== 0) return { kind: 'damaged' };
		const rows = Math.floor((size - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES);
		const last = lastEnd(index, rows);
		if (last === undefined) return { kind: 'damaged' };
		const end = rows === 0 ? headerEnd(segment) : last;
		const whole = (size - INDEX_HEADER_BYTES) % INDEX_ROW_BYTES === 0;
		const fits = end !== undefined && annotationsEnd(segment, end) === segment.size;
		return whole && fits ? { kind: 'sound', rows, damage: header.damage } : { kind: 'behind' };
	} finally {
		index.close();
		segment.close();
	}
}

/** The end of the last event, if every row is valid and none starts before the previous one ends. */
function lastEnd(index: PositionedFile, rows: number): number | undefined {
	const page = new Uint8Array(Math.min(rows, PAGE_ROWS) * INDEX_ROW_BYTES);
	let end = 0;
	for (let from = 0; from < rows; from += PAGE_ROWS) {
		const wanted = page.subarray(0, Math.min(PAGE_ROWS, rows - from) * INDEX_ROW_BYTES);
		if (index.readInto(wanted, INDEX_HEADER_BYTES + from * INDEX_ROW_BYTES) < wanted.length) return undefined;
		const words = rowWords(wanted);
		for (let at = 0; at < words.length; at += INDEX_ROW_BYTES / 4) {
			const offset = words[at + 2] ?? 0;
			if (offset < end || !isRow(words, at)) return undefined;
			end = offset + (words[at + 3] ?? 0);
		}
	}
	return end;
}

/**
 * The segment's contents when its index was written: the number of events, the last of which ended at byte `end`.
 * Undefined where the index is missing or of another segment.
 */
export function indexedExtent(indexPath: string, first: number): { events: number; end: number } {
	const nothing = { events: 0, end: 0 };
	if (!existsSync(indexPath)) return nothing;
	const index = new PositionedFile(indexPath);
	try {
		const header = parseIndexHeader(index.read(0, INDEX_HEADER_BYTES));
		if (header?.first !== first || header.base !== 0) return nothing;
		const events = Math.floor((index.size - header.bytes) / INDEX_ROW_BYTES);
		if (events <= 0) return nothing;
		const words = rowWords(index.read(header.bytes + (events - 1) * INDEX_ROW_BYTES, INDEX_ROW_BYTES));
		if (header.checked && !isRow(words, 0)) return { events, end: 0 };
		return { events, end: (words[2] ?? 0) + (words[3] ?? 0) };
	} finally {
		index.close();
	}
}

/** All complete rows of an index of this version, valid or not; undefined where there is none, or it belongs to another segment. */
export function earlierRows(indexPath: string, first: number): Uint32Array | undefined {
	if (!existsSync(indexPath)) return undefined;
	const index = new PositionedFile(indexPath);
	try {
		const header = parseIndexHeader(index.read(0, INDEX_HEADER_BYTES));
		if (header && (header.first !== first || header.base !== 0 || !header.checked)) return undefined;
		// With a damaged header the rows can still be checked themselves.
		return rowWords(index.read(INDEX_HEADER_BYTES, Math.max(0, index.size - INDEX_HEADER_BYTES)));
	} finally {
		index.close();
	}
}

/** Times of the first and the last event of a valid index; undefined without events. */
export function timesOf(indexPath: string, events: number): { from: bigint | undefined; to: bigint | undefined } {
	if (events === 0) return { from: undefined, to: undefined };
	const index = new PositionedFile(indexPath);
	try {
		const time = (row: number): bigint => {
			const bytes = index.read(INDEX_HEADER_BYTES + row * INDEX_ROW_BYTES, INDEX_ROW_BYTES);
			return parseIndexRow(bytes, 0).time;
		};
		return { from: time(0), to: time(events - 1) };
	} finally {
		index.close();
	}
}

/** The position in the capture of the segment's first event, from its index; undefined where that is damaged or missing. */
function indexedFirst(indexPath: string): number | undefined {
	if (!existsSync(indexPath)) return undefined;
	const index = new PositionedFile(indexPath);
	try {
		const header = parseIndexHeader(index.read(0, INDEX_HEADER_BYTES));
		return header?.base === 0 ? header.first : undefined;
	} finally {
		index.close();
	}
}

/**
 * The position in the capture of a segment's first event: from its section header and its index, and where they differ
 * the one that continues from `next`, the end of the previous segment.
 */
export function firstOf(segmentPath: string, indexPath: string, next: number): number {
	const stated = statedFirst(segmentPath);
	const indexed = indexedFirst(indexPath);
	if (stated === next || indexed === next) return next;
	return Math.max(next, indexed ?? stated ?? next);
}

/** The position in the capture of the segment's first event, from its section header; undefined where it is missing. */
export function statedFirst(segmentPath: string): number | undefined {
	const segment = new PositionedFile(segmentPath);
	try {
		const bytes = segment.read(0, LARGEST_HEADER);
		const place = parseBlock(bytes, 0, 0);
		return place?.type === BLOCK.section ? parseSegmentFirst(parseSection(bytes, place, 0).comment) : undefined;
	} catch (error) {
		if (error instanceof PcapngError) return undefined;
		throw error;
	} finally {
		segment.close();
	}
}

/** The end of the section header. */
function headerEnd(segment: PositionedFile): number | undefined {
	try {
		const place = parseBlock(segment.read(0, LARGEST_HEADER), 0, 0);
		return place?.type === BLOCK.section ? place.length : undefined;
	} catch (error) {
		if (error instanceof PcapngError) return undefined;
		throw error;
	}
}

/** Annotations after the last event have no rows: the end of the last of them, or their start if there are none. */
function annotationsEnd(segment: PositionedFile, from: number): number {
	let end = from;
	for (let at = from; at < segment.size; ) {
		const bytes = segment.read(at, LARGEST_BLOCK);
		const block = blockAt(bytes, at);
		if (block === undefined) return end;
		at += block.length;
		if (block.annotation) end = at;
		else if (block.type !== BLOCK.interface) return end;
	}
	return end;
}

function blockAt(bytes: Uint8Array, at: number): (BlockPlace & { readonly annotation: boolean }) | undefined {
	try {
		const place = parseBlock(bytes, 0, at);
		const comments = place?.type === BLOCK.packet ? parsePacket(bytes, place, at).comments : [];
		return place && { ...place, annotation: annotationIn(comments) !== undefined };
	} catch (error) {
		if (error instanceof PcapngError) return undefined;
		throw error;
	}
}
