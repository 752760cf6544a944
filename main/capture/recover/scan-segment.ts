import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { buildIndexHeader, buildIndexRow, INDEX_ROW_BYTES } from '../index-file.ts';
import { PcapngError } from '../pcapng/format.ts';
import { PositionedFile } from '../reader/file.ts';
import { scanBlocks } from '../scan/blocks.ts';
import { RowScanner } from '../scan/rows.ts';

const ROWS_PER_WRITE = 8192;

export interface SegmentScan {
	readonly events: number;
	/** Bytes from the start that hold whole events. */
	readonly end: number;
	/** Bytes in the file. */
	readonly size: number;
	/** Set where the file holds something that is no pcapng, rather than just ending too early. */
	readonly damage: string | undefined;
}

/** Scans a segment and writes its index anew: into a file beside it, which then takes the old one's place. */
export function rebuildIndex(segmentPath: string, indexPath: string, first: number): SegmentScan {
	const fresh = `${indexPath}.new`;
	const file = new PositionedFile(segmentPath);
	const descriptor = openSync(fresh, 'w', 0o600);
	try {
		writeSync(descriptor, buildIndexHeader(first));
		const scan = scanInto(file, (rows) => writeSync(descriptor, rows));
		renameSync(fresh, indexPath);
		return scan;
	} finally {
		closeSync(descriptor);
		file.close();
	}
}

/** Scans a segment; hands over index rows by the thousand. */
function scanInto(file: PositionedFile, write: (rows: Uint8Array) => void): SegmentScan {
	const chunk = new Uint8Array(ROWS_PER_WRITE * INDEX_ROW_BYTES);
	let events = 0;
	const scanner = new RowScanner((row) => {
		chunk.set(buildIndexRow(row), (events % ROWS_PER_WRITE) * INDEX_ROW_BYTES);
		events++;
		if (events % ROWS_PER_WRITE === 0) write(chunk);
	});
	let damage: string | undefined;
	try {
		for (const block of scanBlocks(file)) scanner.take(block);
	} catch (error) {
		if (!(error instanceof PcapngError)) throw error;
		damage = error.message;
	}
	scanner.finish();
	write(chunk.subarray(0, (events % ROWS_PER_WRITE) * INDEX_ROW_BYTES));
	return { events, end: scanner.end, size: file.size, damage };
}
