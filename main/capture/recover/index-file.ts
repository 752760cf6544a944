import { join } from 'node:path';
import { indexName } from '../names.ts';
import { NotOursError, PcapngError } from '../pcapng/format.ts';
import { PositionedFile } from '../reader/file.ts';
import type { SegmentPlace } from '../reader/places.ts';
import { BlockWalk } from '../scan/blocks.ts';
import { RowScanner } from '../scan/rows.ts';
import { findSection, isOurSection } from './find-section.ts';
import { type ScanProgress, scanBlocks, writeIndex } from './scan-segment.ts';

/** An index goes on over the sections of a file until they have this many bytes: well below what its offsets can say. */
const RUN_BYTES = 2 ** 30;
/** From so many damaged places on, the rest of a file is not looked at. */
const MAX_FAULTS = 1000;

/** What a file of ours holds. */
export interface FileScan {
	readonly places: readonly SegmentPlace[];
	readonly events: number;
	/** Bytes at the end that are of an unfinished event. */
	readonly tornBytes: number;
	/** The first place where the file is damaged. */
	readonly fault: PcapngError | undefined;
	/** Bytes behind such places that hold no event that could be read. */
	readonly lostBytes: number;
}

/** The run of a scan through one file: what is not of a whole event is counted, and passed over where a section follows. */
class Run {
	tornBytes = 0;
	lostBytes = 0;
	fault: PcapngError | undefined;
	#faults = 0;
	readonly #file: PositionedFile;
	readonly #progress: ScanProgress;

	constructor(file: PositionedFile, progress: ScanProgress) {
		this.#file = file;
		this.#progress = progress;
	}

	/** Scans the sections from byte `from` until there are enough for an index. Gives where the next one begins. */
	scan(from: number, scanner: RowScanner): number | undefined {
		for (let start = from; ; ) {
			const walk = new BlockWalk(this.#file, start);
			const fault = this.#try(walk, scanner, from);
			if (typeof fault === 'number') return fault;
			const { size } = this.#file;
			const tooMany = ++this.#faults > MAX_FAULTS;
			const next = tooMany ? undefined : findSection(this.#file, walk.offset + 4, this.#progress);
			if (fault === undefined && next === undefined) {
				this.tornBytes = size - scanner.end;
				return undefined;
			}
			this.fault ??= fault ?? new PcapngError(walk.offset, 'A block is cut off.');
			this.lostBytes += (next ?? size) - scanner.end;
			if (next === undefined || next - from > RUN_BYTES) return next;
			start = next;
		}
	}

	/** A number: where the next section begins that is for another index. An error: where the file is damaged. */
	#try(walk: BlockWalk, scanner: RowScanner, from: number): number | PcapngError | undefined {
		try {
			return scanBlocks(walk, scanner, this.#progress, (section) => section - from > RUN_BYTES);
		} catch (error) {
			if (error instanceof PcapngError && !(error instanceof NotOursError)) return error;
			throw error;
		}
	}
}

/**
 * Makes the indexes of a file of Wirebench's in another folder: of one segment, or of many one after the other, of any
 * size. Nothing is copied. Throws NotOursError for a file that others wrote or changed, PcapngError where nothing of it
 * can be read, Node's errors, and what `progress` throws.
 */
export function indexFile(path: string, folder: string, progress: ScanProgress): FileScan {
	const file = new PositionedFile(path);
	try {
		if (!isOurSection(file, 0)) throw new NotOursError(0, 'The file does not begin as Wirebench begins one.');
		const places: SegmentPlace[] = [];
		const run = new Run(file, progress);
		let events = 0;
		for (let at: number | undefined = 0; at !== undefined; ) {
			const from: number = at;
			const number = places.length + 1;
			const index = join(folder, indexName(number));
			at = writeIndex(index, events, from, (write) => {
				const scanner = new RowScanner(from, write);
				const next = run.scan(from, scanner);
				scanner.finish();
				events += scanner.events;
				return next;
			});
			places.push({ number, data: path, index });
		}
		const { tornBytes, lostBytes, fault } = run;
		if (events === 0 && fault !== undefined) throw fault;
		return { places, events, tornBytes, lostBytes, fault };
	} finally {
		file.close();
	}
}
