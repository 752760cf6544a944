import { compileFilter, type FilterTest, NO, parseFilter, UNKNOWN, YES } from '../../../common/filter/index.ts';
import { INDEX_ROW_BYTES, type IndexRow, parseIndexRow } from '../index-file.ts';
import { PcapngError } from '../pcapng/format.ts';
import { Contents } from './contents.ts';
import { RowFacts } from './facts.ts';
import type { CaptureFolder, IndexPage } from './folder.ts';
import { Matches } from './matches.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;

function exactFinder(needle: Uint8Array): (content: Uint8Array) => boolean {
	const wanted = Buffer.from(needle);
	return (content) => Buffer.from(content.buffer, content.byteOffset, content.length).includes(wanted);
}

/** Goes through a capture in slices and keeps the positions of what a filter lets through. */
export class FilterScan {
	readonly matches: Matches;
	readonly #folder: CaptureFolder;
	readonly #test: FilterTest;
	readonly #verdicts = new Uint8Array(PAGE_ROWS);
	#facts: RowFacts | undefined;
	/** Events looked at: the matches among the first `scanned` are known. */
	scanned = 0;

	/** Throws FilterError. */
	constructor(folder: CaptureFolder, filter: string, maxMatches?: number) {
		this.#folder = folder;
		this.#test = compileFilter(parseFilter(filter), exactFinder);
		this.matches = new Matches(maxMatches);
	}

	/** Looks at events below `stored` for about `ms`; at some in any case. Throws what reading throws. */
	step(stored: number, ms: number): void {
		const until = performance.now() + ms;
		if (this.scanned >= stored) return;
		do {
			const page = this.#folder.page(this.scanned, Math.min(stored, this.scanned + PAGE_ROWS));
			if (!page) throw new PcapngError(0, 'An index ends before its last event.');
			this.#facts ??= new RowFacts(page.rows.subarray(0, INDEX_ROW_BYTES));
			this.#page(page, this.#facts, until);
		} while (this.scanned < stored && !this.matches.full && performance.now() < until);
	}

	/** Fields first, for all rows of the page; then contents, in order, for those that fields leave open. */
	#page({ segment, from, rows }: IndexPage, facts: RowFacts, until: number): void {
		const count = rows.length / INDEX_ROW_BYTES;
		facts.page(segment, rows);
		for (let i = 0; i < count; i++) {
			facts.row(i);
			this.#verdicts[i] = this.#test(facts);
		}
		const contents = new Contents(segment);
		for (let i = 0; i < count; i++) {
			if (this.matches.full) return;
			if (this.#verdicts[i] === UNKNOWN) {
				const row = parseIndexRow(rows, i * INDEX_ROW_BYTES);
				if (!contents.holds(row)) {
					if (i > 0 && performance.now() > until) return;
					contents.load(this.#open(rows, i, count));
				}
				facts.row(i);
				facts.content = contents.of(row);
				this.#verdicts[i] = this.#test(facts) === YES ? YES : NO;
			}
			if (this.#verdicts[i] === YES) this.matches.push(from + i);
			this.scanned = from + i + 1;
		}
	}

	/** The rows from `i` on whose content is needed. */
	*#open(rows: Uint8Array, i: number, count: number): Iterable<IndexRow> {
		for (let next = i; next < count; next++) {
			if (this.#verdicts[next] === UNKNOWN) yield parseIndexRow(rows, next * INDEX_ROW_BYTES);
		}
	}
}
