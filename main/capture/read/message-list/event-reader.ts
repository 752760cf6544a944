import type { Marks } from '../../../../common/capture/marks.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import { INDEX_ROW_BYTES, type IndexRow, parseIndexRow } from '../../format/index-file.ts';
import { Contents } from '../../segments/contents.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder, IndexPage } from '../../segments/folder.ts';

/** Index rows of one read: more while they are read in order. */
const FEW_ROWS = 256;
const MOST_ROWS = 8192;
/** Bytes of one read of a segment: more while they are read in order. */
const FEW_BYTES = 16 << 10;
const MOST_BYTES = 1 << 20;
const GAP = 64 << 10;

/** Reads events by position with their contents, best in order: it reads further ahead then. */
export class EventReader {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	readonly #rowMemory = new Uint8Array(MOST_ROWS * INDEX_ROW_BYTES);
	#facts: RowFacts | undefined;
	#page: IndexPage | undefined;
	#pageEnd = 0;
	#rows = FEW_ROWS;
	#memory: Uint8Array | undefined;
	#contents: Contents | undefined;
	#bytes = FEW_BYTES;
	/** Position after the last bytes read, in the same segment. */
	#read = 0;
	/** Position of the current event. */
	n = -1;

	constructor(folder: CaptureFolder, marks: Marks) {
		this.#folder = folder;
		this.#marks = marks;
	}

	/** Moves to event `n`, below `stored`; undefined where it is in no file. The next call overwrites the result. */
	to(n: number, stored: number): RowFacts | undefined {
		// Those of deleted files are on the page still, but their bytes are gone.
		if (n < this.#folder.first) return undefined;
		const from = this.#page?.from ?? 0;
		if (this.#facts === undefined || n < from || n >= this.#pageEnd) {
			if (!this.#load(n, stored)) return undefined;
			return this.to(n, stored);
		}
		this.n = n;
		this.#facts.row(n - from);
		return this.#facts;
	}

	/** The current event's complete index row. */
	get row(): IndexRow {
		const page = this.#at();
		return parseIndexRow(page.rows, (this.n - page.from) * INDEX_ROW_BYTES);
	}

	get segment(): IndexPage['segment'] {
		return this.#at().segment;
	}

	/** The payload or the text of the current event, valid until the next call. Throws PcapngError where it is damaged. */
	content(): Uint8Array {
		const page = this.#at();
		const facts = this.#facts;
		if (facts === undefined) throw new RangeError('The reader stands nowhere yet.');
		this.#contents ??= this.#contentsOf(page);
		if (!this.#contents.holds(facts)) this.#fill(this.#contents, facts, page);
		return this.#contents.of(facts);
	}

	/** Which sentence the text of the current event is, once `content` has returned it. */
	sentence(): Sentence | undefined {
		return this.#facts && this.#contents?.sentenceOf(this.#facts);
	}

	#at(): IndexPage {
		if (this.#page === undefined) throw new RangeError('The reader stands nowhere yet.');
		return this.#page;
	}

	#contentsOf({ segment }: IndexPage): Contents {
		this.#memory ??= new Uint8Array(MOST_BYTES);
		this.#read = 0;
		return new Contents(segment, this.#memory);
	}

	#load(n: number, stored: number): boolean {
		this.#rows = n === this.#pageEnd ? Math.min(MOST_ROWS, this.#rows * 2) : FEW_ROWS;
		const page = this.#folder.page(n, Math.min(n + this.#rows, stored), this.#rows, this.#rowMemory);
		if (page?.from !== n) {
			this.#page = undefined;
			this.#pageEnd = 0;
			return false;
		}
		this.#facts ??= new RowFacts(this.#folder.origin(stored) ?? new Uint8Array(INDEX_ROW_BYTES), this.#marks);
		if (page.segment !== this.#page?.segment) this.#contents = undefined;
		this.#facts.page(page.segment, page.from, page.rows);
		this.#page = page;
		this.#pageEnd = n + page.rows.length / INDEX_ROW_BYTES;
		return true;
	}

	/** Reads the current event, and those after it on the page while they are close. */
	#fill(contents: Contents, facts: RowFacts, page: IndexPage): void {
		const start = facts.offset;
		const inOrder = start >= this.#read && start - this.#read <= GAP && this.#read > 0;
		this.#bytes = inOrder ? Math.min(MOST_BYTES, this.#bytes * 4) : FEW_BYTES;
		let end = start + facts.span;
		for (let next = this.n + 1; next < this.#pageEnd; next++) {
			facts.row(next - page.from);
			const nextEnd = facts.offset + facts.span;
			if (facts.offset < end || facts.offset - end > GAP || nextEnd - start > this.#bytes) break;
			end = nextEnd;
		}
		facts.row(this.n - page.from);
		contents.load(start, end - start);
		this.#read = end;
	}
}
