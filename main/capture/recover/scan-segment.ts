import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { PositionedFile } from '../format/file.ts';
import {
	buildIndexHeader,
	INDEX_HEADER_BYTES,
	INDEX_ROW_BYTES,
	type IndexDamage,
	rowWords,
} from '../format/index-file.ts';
import { BLOCK, NotOursError, PcapngError } from '../pcapng/format.ts';
import { BlockWalk } from '../scan/blocks.ts';
import { Resync } from '../scan/resync.ts';
import { type LostPart, RowScanner } from '../scan/rows.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { mergeRows } from './merge-rows.ts';

/** The result of scanning a segment. */
export interface SegmentScan {
	readonly events: number;
	/** Bytes from the start with complete events. */
	readonly end: number;
	/** Bytes in the file. */
	readonly size: number;
	/** Set where the data after the last event was not written by Wirebench, rather than being a truncated event. */
	readonly fault: PcapngError | undefined;
	/** Unreadable parts in the middle. */
	readonly lost: readonly LostPart[];
	readonly damage: IndexDamage;
}

/** Called every few megabytes with the file offset of the scan. May throw, which ends the scan. */
export type ScanProgress = (offset: number) => void;

const PROGRESS_BYTES = 8 << 20;
/** After this many damaged places the rest of a file is not scanned. */
const MAX_FAULTS = 10_000;

/** Options for rebuilding the rows of a segment. */
export interface RebuildOptions {
	readonly first: number;
	readonly progress?: ScanProgress;
	/** Rows of an earlier index, valid or not, with events that cannot be read any more. */
	readonly earlier?: Uint32Array;
}

/** Scans a segment and rebuilds its index. Throws Node's errors and the errors of `progress`. */
export function rebuildIndex(segmentPath: string, indexPath: string, options: RebuildOptions): SegmentScan {
	const file = new PositionedFile(segmentPath);
	try {
		return writeIndex(indexPath, options.first, 0, (write) => scanRows(file, options, write));
	} finally {
		file.close();
	}
}

/** Scans a segment in a separate file. `write` gets the rows, valid during the call. */
export function scanRows(
	file: PositionedFile,
	{ progress = () => undefined, earlier }: Omit<RebuildOptions, 'first'>,
	write: (rows: Uint8Array) => void,
): SegmentScan {
	const chunks: Uint8Array[] = [];
	const scanner = new RowScanner(0, earlier ? (rows) => void chunks.push(rows.slice()) : write);
	const { fault } = scanBlocks(file, 0, scanner, progress, () => false);
	scanner.finish();
	const { end, lost } = scanner;
	const scan = { end, size: file.size, fault, lost };
	if (!earlier) return { ...scan, events: scanner.events, damage: damageOf(lost, 0) };
	const merged = mergeRows(rowWords(Buffer.concat(chunks)), lost, earlier);
	write(new Uint8Array(merged.words.buffer, 0, merged.words.byteLength));
	return { ...scan, events: merged.words.byteLength / INDEX_ROW_BYTES, damage: damageOf(lost, merged.lost) };
}

/** The index header's fields for the lost parts; `events`: the number of events known to be lost. */
export function damageOf(lost: readonly LostPart[], events: number): IndexDamage {
	const bytes = lost.reduce((sum, { from, to }) => sum + to - from, 0);
	return { places: lost.length, events, from: lost[0]?.from ?? 0, bytes };
}

/** Creates an index under a temporary name and renames it when it is complete; leaves none behind on failure. */
export function writeIndex<T extends { readonly damage: IndexDamage }>(
	indexPath: string,
	first: number,
	base: number,
	fill: (write: (rows: Uint8Array) => void) => T,
): T {
	const fresh = `${indexPath}.new`;
	const descriptor = openSync(fresh, 'w', 0o600);
	let done = false;
	try {
		writeAll(descriptor, buildIndexHeader(first, base));
		const result = fill((rows) => writeAll(descriptor, rows));
		if (result.damage.places > 0)
			writeSync(descriptor, buildIndexHeader(first, base, result.damage), 0, INDEX_HEADER_BYTES, 0);
		done = true;
		return result;
	} finally {
		closeSync(descriptor);
		if (done) renameSync(fresh, indexPath);
		else rmSync(fresh);
	}
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
	for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** How a scan of blocks ended. */
export interface ScanEnd {
	/** The start of the section at which `enough` ended it. */
	readonly next: number | undefined;
	/** Why nothing after the last event could be read; undefined at the end of the file, and where that truncates a block. */
	readonly fault: PcapngError | undefined;
}

/**
 * Passes the blocks from byte `from` on to the scanner; unknown kinds are ignored. Damaged data is skipped. Ends where
 * `enough` returns true for the current section. Throws Node's errors and the errors of `progress`.
 */
export function scanBlocks(
	file: PositionedFile,
	from: number,
	scanner: RowScanner,
	progress: ScanProgress,
	enough: (section: number) => boolean,
): ScanEnd {
	const walk = new BlockWalk(file, from);
	const resync = new Resync(file, progress);
	let reportedAt = from;
	for (let faults = 0; ; ) {
		const fault = step(walk, scanner, enough, from);
		if (fault === 'enough') return { next: walk.offset, fault: undefined };
		if (fault instanceof NotOursError) return { next: undefined, fault };
		if (fault === 'end' && walk.offset >= file.size) return { next: undefined, fault: undefined };
		if (fault !== undefined) {
			const at = walk.offset;
			// A block with an intact frame can be skipped by its length.
			const found = walk.length > 0 ? { at: at + walk.length, one: true } : resync.next(at, fault === 'end');
			const why = fault === 'end' ? new PcapngError(at, damageSays('blockLengthDamaged')) : fault;
			if (found === undefined) return { next: undefined, fault: fault === 'end' ? undefined : why };
			if (found.at >= file.size || ++faults > MAX_FAULTS) return { next: undefined, fault: why };
			scanner.skip(at, found.at, why, found.one ? typeAt(file, at) : undefined);
			walk.resume(found.at);
		}
		if (walk.offset - reportedAt < PROGRESS_BYTES) continue;
		reportedAt = walk.offset;
		progress(reportedAt);
	}
}

/** Advances by a block. `end`: of the file, or the file ends within the block. */
function step(
	walk: BlockWalk,
	scanner: RowScanner,
	enough: (section: number) => boolean,
	begin: number,
): 'end' | 'enough' | PcapngError | undefined {
	try {
		if (!walk.next()) return 'end';
		if (walk.type === BLOCK.packet) scanner.packet(walk);
		else if (walk.type === BLOCK.interface) scanner.interface(walk);
		else if (walk.type === BLOCK.section) {
			if (enough(walk.offset)) return 'enough';
			scanner.section(walk);
		} else if (walk.offset === begin) throw new PcapngError(begin, damageSays('segmentWithoutSection'));
		return undefined;
	} catch (error) {
		if (error instanceof PcapngError) return error;
		throw error;
	}
}

function typeAt(file: PositionedFile, at: number): number {
	const bytes = file.read(at, 4);
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}
