import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing, OPEN_AT_ONCE } from '../../files/index.ts';
import {
	INDEX_HEADER_BYTES,
	INDEX_ROW_BYTES,
	type IndexHeader,
	type IndexRow,
	isRow,
	parseIndexHeader,
	parseIndexRow,
	rowWords,
} from '../format/index-file.ts';
import { isOurs, LOCK_NAME, writerOf } from '../format/lock.ts';
import { indexName, segmentName, segmentNumber } from '../format/names.ts';
import { endpointsAt } from './endpoints.ts';

/** The contents of a folder, as far as its names, its sizes and a few rows of its first and last index show. */
export interface DescribedCapture {
	/** `live`: this process writes it. `written`: another one does. `unclosed`: the writing process ended before it closed the capture. */
	readonly state: 'live' | 'written' | 'closed' | 'unclosed';
	/** Bytes of all its files. */
	readonly size: number;
	readonly events: number;
	/** Times of the first and the last event, nanoseconds since 1970; absent where there is none. */
	readonly from?: bigint;
	readonly to?: bigint;
	/** Names of endpoints in the rows that were read. */
	readonly endpoints: readonly string[];
}

/** Rows read from each end. */
const ROWS = 256;

interface Segment {
	readonly number: number;
	readonly first: number;
	readonly count: number;
	/** Rows from its start and from its end. */
	readonly rows: readonly IndexRow[];
	/** The index has complete rows, and none for missing data. After the last there may be marks and notes. */
	readonly whole: boolean;
}

/**
 * Describes the capture in a folder; undefined where there is none. No file is read completely, so that a list of
 * hundreds is built quickly; a segment without an index counts as one without events. Rejects with Node's errors.
 */
export async function describeCapture(folder: string): Promise<DescribedCapture | undefined> {
	const names = await readdir(folder);
	const numbers = names.flatMap((name) => segmentNumber(name) ?? []).sort((a, b) => a - b);
	const writer = await writerOf(folder);
	if (numbers.length === 0 && writer === undefined) return undefined;
	const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))));
	const size = sizes.reduce((sum, bytes) => sum + bytes, 0);
	const first = await firstOf(folder, numbers);
	const last = await firstOf(folder, numbers.toReversed());
	const closed = !names.includes(LOCK_NAME) && first.whole && last.whole;
	const state = writer ? (isOurs(writer) ? 'live' : 'written') : closed ? 'closed' : 'unclosed';
	if (!first.segment || !last.segment) return { state, size, events: 0, endpoints: [] };
	const [from, to] = [first.segment.rows[0], last.segment.rows.at(-1)];
	return {
		state,
		size,
		events: last.segment.first + last.segment.count - first.segment.first,
		...(from && { from: from.time }),
		...(to && { to: to.time }),
		endpoints: await endpointsAt(folder, [first.segment, last.segment]),
	};
}

/** The first of these segments with events; `whole` unless one before it differs from a closed one. */
async function firstOf(
	folder: string,
	numbers: readonly number[],
): Promise<{ segment: Segment | undefined; whole: boolean }> {
	let whole = true;
	for (const number of numbers) {
		const segment = await lookAt(folder, number);
		whole &&= segment?.whole ?? false;
		if (segment && segment.count > 0) return { segment, whole };
	}
	return { segment: undefined, whole };
}

async function lookAt(folder: string, number: number): Promise<Segment | undefined> {
	const bytes = await sizeOf(join(folder, segmentName(number)));
	const index = await opened(join(folder, indexName(number)));
	if (!index) return undefined;
	try {
		const header = parseIndexHeader(await read(index, 0, INDEX_HEADER_BYTES));
		if (!header) return undefined;
		const rowBytes = (await index.stat()).size - header.bytes;
		const count = Math.max(0, Math.floor(rowBytes / INDEX_ROW_BYTES));
		const head = await rowsAt(index, header, 0, Math.min(ROWS, count));
		const tail = await rowsAt(index, header, Math.max(0, count - ROWS), Math.min(ROWS, count));
		const last = tail.at(-1);
		const whole = rowBytes % INDEX_ROW_BYTES === 0 && (last === undefined || last.offset + last.span <= bytes);
		return { number, first: header.first, count, rows: [...head, ...tail], whole };
	} finally {
		await index.close();
	}
}

async function rowsAt(index: FileHandle, header: IndexHeader, from: number, count: number): Promise<IndexRow[]> {
	const bytes = await read(index, header.bytes + from * INDEX_ROW_BYTES, count * INDEX_ROW_BYTES);
	const words = rowWords(bytes);
	const rows: IndexRow[] = [];
	try {
		for (let at = 0; at + INDEX_ROW_BYTES <= bytes.length; at += INDEX_ROW_BYTES) {
			if (header.checked && !isRow(words, at / 4)) break;
			rows.push(parseIndexRow(bytes, at));
		}
	} catch (error) {
		// Not a row: the rest is invalid too, and the capture is incomplete.
		if (!(error instanceof RangeError)) throw error;
	}
	return rows;
}

async function read(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
	const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}

/** Undefined for a missing file: one that is being written may be deleted at any moment. */
async function opened(path: string): Promise<FileHandle | undefined> {
	try {
		return await open(path, OPEN_AT_ONCE);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}

async function sizeOf(path: string): Promise<number> {
	try {
		return (await stat(path)).size;
	} catch (error) {
		if (isMissing(error)) return 0;
		throw error;
	}
}
