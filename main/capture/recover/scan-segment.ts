import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { buildIndexHeader } from '../index-file.ts';
import { BLOCK, NotOursError, PcapngError } from '../pcapng/format.ts';
import { PositionedFile } from '../reader/file.ts';
import { BlockWalk } from '../scan/blocks.ts';
import { RowScanner } from '../scan/rows.ts';

/** What a scan found in a segment. */
export interface SegmentScan {
	readonly events: number;
	/** Bytes from the start that hold whole events. */
	readonly end: number;
	/** Bytes in the file. */
	readonly size: number;
	/** Set where the file holds something that Wirebench has not written, rather than just ending too early. */
	readonly fault: PcapngError | undefined;
}

/** Is called every few megabytes with where in the file the scan is. May throw, which ends the scan. */
export type ScanProgress = (offset: number) => void;

const PROGRESS_BYTES = 8 << 20;

/** Scans a segment and writes its index anew. Throws Node's errors and what `progress` throws. */
export function rebuildIndex(
	segmentPath: string,
	indexPath: string,
	first: number,
	progress: ScanProgress = () => undefined,
): SegmentScan {
	const file = new PositionedFile(segmentPath);
	try {
		return writeIndex(indexPath, first, 0, (write) => {
			const scanner = new RowScanner(0, write);
			let fault: PcapngError | undefined;
			try {
				scanBlocks(new BlockWalk(file), scanner, progress, () => false);
			} catch (error) {
				if (!(error instanceof PcapngError)) throw error;
				fault = error;
			}
			scanner.finish();
			return { events: scanner.events, end: scanner.end, size: file.size, fault };
		});
	} finally {
		file.close();
	}
}

/** Makes an index under another name and gives it its own when it is done; leaves none behind when that fails. */
export function writeIndex<T>(
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

/**
 * Hands the blocks that follow to the scanner; those of kinds that it does not know are left alone. Ends where `enough`
 * says so of a section at hand, and gives where; undefined at the end of the file. Throws PcapngError.
 */
export function scanBlocks(
	walk: BlockWalk,
	scanner: RowScanner,
	progress: ScanProgress,
	enough: (section: number) => boolean,
): number | undefined {
	const begin = walk.offset;
	let told = begin;
	while (walk.next()) {
		if (walk.type === BLOCK.packet) scanner.packet(walk);
		else if (walk.type === BLOCK.interface) scanner.interface(walk);
		else if (walk.type === BLOCK.section) {
			if (enough(walk.offset)) return walk.offset;
			scanner.section(walk);
		} else if (walk.offset === begin) throw new NotOursError(begin, 'This is not a pcapng file.');
		if (walk.offset - told < PROGRESS_BYTES) continue;
		told = walk.offset;
		progress(told);
	}
	return undefined;
}
