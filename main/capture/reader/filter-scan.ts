import {
	compileFilter,
	type FilterTest,
	type Finder,
	NO,
	parseFilter,
	plainFinder,
	UNKNOWN,
	YES,
} from '../../../common/filter/index.ts';
import { INDEX_ROW_BYTES } from '../index-file.ts';
import { PcapngError } from '../pcapng/format.ts';
import { Contents } from './contents.ts';
import { RowFacts } from './facts.ts';
import type { CaptureFolder, IndexPage } from './folder.ts';
import { Matches } from './matches.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;

/** Bytes that one read of a segment takes at most, and that it reads for nothing rather than stop at. */
const READ_BYTES = 1 << 20;
const READ_GAP = 8 << 10;
/** Bytes from which Node's own search is the faster one: it costs a call out of JavaScript. */
const LONG = 1024;

function exactFinder(needle: Uint8Array): Finder {
	const wanted = Buffer.from(needle);
	const short = plainFinder(needle);
	return (content) =>
		content.length < LONG
			? short(content)
			: Buffer.from(content.buffer, content.byteOffset, content.length).includes(wanted);
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
			const page = this.#folder.page(this.scanned, stored, PAGE_ROWS);
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
				facts.row(i);
				if (!contents.holds(facts)) {
					if (i > 0 && performance.now() > until) return;
					this.#load(contents, facts, i, count);
				}
				facts.content = contents.of(facts);
				this.#verdicts[i] = this.#test(facts) === YES ? YES : NO;
			}
			if (this.#verdicts[i] === YES) this.matches.push(from + i);
			this.scanned = from + i + 1;
		}
	}

	/** Reads the content of row `i`, and with it of those after it that need theirs and lie near. */
	#load(contents: Contents, facts: RowFacts, i: number, count: number): void {
		const start = facts.offset;
		let end = start + facts.span;
		for (let next = i + 1; next < count; next++) {
			if (this.#verdicts[next] !== UNKNOWN) continue;
			facts.row(next);
			const nextEnd = facts.offset + facts.span;
			if (facts.offset - end > READ_GAP || nextEnd - start > READ_BYTES) break;
			end = nextEnd;
		}
		contents.load(start, end - start);
		facts.row(i);
	}
}
