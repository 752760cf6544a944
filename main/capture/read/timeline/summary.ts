import { Marks } from '../../../../common/capture/marks.ts';
import { INDEX_ROW_BYTES, parseIndexRow } from '../../format/index-file.ts';
import { PcapngError } from '../../pcapng/format.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import { Spans } from './spans.ts';
import { Tally, type TallyAnswer } from './tally.ts';

/** Number of buckets; they double their width when the capture grows beyond the last one. */
const BUCKETS = 4096;
/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;

/** A whole capture in 4096 buckets of time, built in slices and growing with it. Memory: see Tally and Spans. */
export class TimelineSummary {
	readonly spans = new Spans();
	readonly #folder: CaptureFolder;
	readonly #tally = new Tally(BUCKETS);
	#facts: RowFacts | undefined;
	/** Wall clock of the first event, ns. */
	begin: bigint | undefined;
	/** Nanoseconds of a bucket, a power of two. */
	width = 1;
	/** Events scanned. */
	scanned = 0;
	/** Nanoseconds to just after the latest event. */
	span = 0;

	constructor(folder: CaptureFolder) {
		this.#folder = folder;
	}

	/** Scans events below `stored` until `until` (of performance.now()), but at least some. */
	step(stored: number, until: number): void {
		while (this.scanned < stored) {
			const page = this.#folder.page(this.scanned, stored, PAGE_ROWS);
			if (!page) {
				if (stored > this.#folder.count()) throw new PcapngError(0, damageSays('indexEndsEarly'));
				// The files of all of these were deleted.
				this.scanned = stored;
				return;
			}
			const facts = this.#begin(stored, page.rows);
			facts.page(page.segment, page.from, page.rows);
			const count = page.rows.length / INDEX_ROW_BYTES;
			for (let i = 0; i < count; i++) {
				facts.row(i);
				this.#add(page.from + i, facts);
			}
			this.scanned = page.from + count;
			if (performance.now() >= until) return;
		}
	}

	/** `count` buckets of `width` from `from` on, both multiples of the summary's own width. */
	read(from: number, width: number, count: number, split: boolean): TallyAnswer {
		return this.#tally.read(from / this.width, width / this.width, count, split);
	}

	#add(n: number, facts: RowFacts): void {
		const time = Math.max(0, facts.time);
		if (time >= this.span) this.span = time + 1;
		while (time >= this.width * BUCKETS) {
			this.#tally.halve();
			this.width *= 2;
		}
		this.#tally.add(Math.floor(time / this.width), facts);
		this.spans.add(n, time);
	}

	#begin(stored: number, rows: Uint8Array): RowFacts {
		if (this.#facts) return this.#facts;
		const origin = this.#folder.origin(stored) ?? rows;
		this.begin = parseIndexRow(origin, 0).time;
		this.#facts = new RowFacts(origin, new Marks());
		return this.#facts;
	}
}
