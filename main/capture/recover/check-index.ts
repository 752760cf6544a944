import { existsSync } from 'node:fs';
import { annotationIn } from '../annotation.ts';
import { INDEX_HEADER_BYTES, INDEX_ROW_BYTES, parseIndexHeader, parseIndexRow } from '../index-file.ts';
import { parseSegmentFirst } from '../names.ts';
import { BLOCK, PcapngError } from '../pcapng/format.ts';
import { type BlockPlace, parseBlock, parsePacket, parseSection } from '../pcapng/parse.ts';
import { PositionedFile } from '../reader/file.ts';

const LARGEST_HEADER = 66 << 10;
/** As the longest of interface descriptions and of notes. */
const LARGEST_BLOCK = 140 << 10;

/**
 * How many events the index of a segment has, if it is whole and ends exactly where the segment ends; undefined when
 * it must be made anew.
 */
export function checkIndex(segmentPath: string, indexPath: string, first: number): number | undefined {
	if (!existsSync(indexPath)) return undefined;
	const index = new PositionedFile(indexPath);
	const segment = new PositionedFile(segmentPath);
	try {
		const rows = (index.size - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES;
		if (!Number.isInteger(rows) || !isBegun(index, first)) return undefined;
		const end = rows === 0 ? headerEnd(segment) : rowEnd(index, rows - 1);
		return end !== undefined && annotationsEnd(segment, end) === segment.size ? rows : undefined;
	} finally {
		index.close();
		segment.close();
	}
}

/**
 * What a segment held when its index was written: so many events, the last of which ended at byte `end`. Nothing where the
 * index is missing or of another segment.
 */
export function indexedExtent(indexPath: string, first: number): { events: number; end: number } {
	const nothing = { events: 0, end: 0 };
	if (!existsSync(indexPath)) return nothing;
	const index = new PositionedFile(indexPath);
	try {
		const events = Math.floor((index.size - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES);
		if (events <= 0 || !isBegun(index, first)) return nothing;
		return { events, end: rowEnd(index, events - 1) ?? 0 };
	} finally {
		index.close();
	}
}

/** The position in the capture of the segment's first event, as its section header says; undefined where none does. */
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

/** The index of a file of its own, whose first event has this position. */
function isBegun(index: PositionedFile, first: number): boolean {
	const header = parseIndexHeader(index.read(0, INDEX_HEADER_BYTES));
	return header?.first === first && header.base === 0;
}

function rowEnd(index: PositionedFile, row: number): number | undefined {
	const bytes = index.read(INDEX_HEADER_BYTES + row * INDEX_ROW_BYTES, INDEX_ROW_BYTES);
	try {
		const { offset, span } = parseIndexRow(bytes, 0);
		return offset + span;
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

/** Where the section header ends. */
function headerEnd(segment: PositionedFile): number | undefined {
	try {
		const place = parseBlock(segment.read(0, LARGEST_HEADER), 0, 0);
		return place?.type === BLOCK.section ? place.length : undefined;
	} catch (error) {
		if (error instanceof PcapngError) return undefined;
		throw error;
	}
}

/** Annotations behind the last event have no rows: where the last of them ends, or where it begins if there are none. */
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
