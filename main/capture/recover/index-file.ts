import { join } from 'node:path';
import { PositionedFile } from '../format/file.ts';
import { indexName } from '../format/names.ts';
import type { SegmentPlace } from '../format/places.ts';
import { NotOursError, type PcapngError } from '../pcapng/format.ts';
import { looksOurs } from '../pcapng/parse.ts';
import { RowScanner } from '../scan/rows.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { damageOf, type ScanProgress, scanBlocks, writeIndex } from './scan-segment.ts';

/** A section header with the longest options fits in this. */
const LARGEST_SECTION = 140 << 10;
/** An index spans the sections of a file up to this many bytes: well below the limit of its offsets. */
const RUN_BYTES = 2 ** 30;

/** The contents of a file of ours. */
export interface FileScan {
	readonly places: readonly SegmentPlace[];
	readonly events: number;
	/** Bytes at the end of an incomplete event. */
	readonly tornBytes: number;
	/** The first damaged place in the file. */
	readonly fault: PcapngError | undefined;
	/** Bytes after such places without a readable event. */
	readonly lostBytes: number;
}

/**
 * Creates the indexes of a Wirebench file in another folder: of one segment, or of many one after the other, of any
 * size. Nothing is copied. Throws NotOursError for a file that others wrote or changed, PcapngError where nothing of it
 * can be read, Node's errors, and the errors of `progress`.
 */
export function indexFile(path: string, folder: string, progress: ScanProgress): FileScan {
	const file = new PositionedFile(path);
	try {
		if (!looksOurs(file.read(0, LARGEST_SECTION))) {
			throw new NotOursError(0, damageSays('otherBeginning'));
		}
		const places: SegmentPlace[] = [];
		let events = 0;
		let tornBytes = 0;
		let lostBytes = 0;
		let first: PcapngError | undefined;
		for (let at: number | undefined = 0; at !== undefined; ) {
			const from: number = at;
			const number = places.length + 1;
			const index = join(folder, indexName(number));
			const { next } = writeIndex(index, events, from, (write) => {
				const scanner = new RowScanner(from, write);
				const end = scanBlocks(file, from, scanner, progress, (section) => section - from > RUN_BYTES);
				if (end.fault instanceof NotOursError) throw end.fault;
				scanner.finish();
				events += scanner.events;
				first ??= scanner.lost[0]?.fault ?? end.fault;
				const rest = end.next === undefined ? file.size - scanner.end : 0;
				if (end.fault === undefined) tornBytes = rest;
				else lostBytes += rest;
				const damage = damageOf(scanner.lost, 0);
				lostBytes += damage.bytes;
				return { next: end.next, damage };
			});
			at = next;
			places.push({ number, data: path, index });
		}
		if (events === 0 && first !== undefined) throw first;
		return { places, events, tornBytes, lostBytes, fault: first };
	} finally {
		file.close();
	}
}
