import type { Marks } from '../../../common/capture/marks.ts';
import type { Filter } from '../../../common/filter/index.ts';
import { compileFilter, type FilterTest, NO, UNKNOWN, YES } from '../../../common/filter/run.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { checkHead, fitsHead } from '../packet/verify.ts';
import { PcapngError } from '../pcapng/format.ts';
import { damageSays } from '../sentences/damage-says.ts';
import { CharsetScreens } from './charset-screens.ts';
import { Contents } from './contents.ts';
import { exactFinder } from './exact-finder.ts';
import { RowFacts } from './facts.ts';
import type { CaptureFolder, IndexPage } from './folder.ts';
import type { SegmentReader } from './segment.ts';

/** Index rows of one read: 256 KiB. */
export const PAGE_ROWS = 8192;

/** Maximum bytes of one read of a segment, and of unneeded bytes within it. */
const READ_BYTES = 1 << 20;
const READ_GAP = 8 << 10;
/** Buffers of one slice of a scan; reused by the next one, of any scan of this thread. */
const shared: { window?: Uint8Array; rows?: Uint8Array } = {};

/**
 * Receives the position of a match, and its facts, which are valid until it returns; returns whether to stop there. Where the filter needed
 * its content, they have it.
 */
export type Found = (n: number, facts: RowFacts) => boolean;

/** Tests events of a capture with a filter: their bytes are read only where the index does not decide. */
export class EventScan {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	readonly #test: FilterTest;
	readonly #screens: CharsetScreens;
	readonly #verdicts = new Uint8Array(PAGE_ROWS);
	#facts: RowFacts | undefined;
	#stopped = false;

	constructor(folder: CaptureFolder, filter: Filter, marks: Marks) {
		this.#folder = folder;
		this.#marks = marks;
		this.#test = compileFilter(filter, exactFinder, folder.charsets.structures);
		this.#screens = new CharsetScreens(filter);
	}

	/**
	 * Tests events from `from` up to, but without, `to`, in order; at least one, and then until `until`, by
	 * performance.now(), or until `found` returns true. Returns one past the last tested one. Throws the errors of
	 * reading.
	 */
	run(from: number, to: number, until: number, found: Found): number {
		this.#stopped = false;
		shared.rows ??= new Uint8Array(PAGE_ROWS * INDEX_ROW_BYTES);
		let at = from;
		while (at < to) {
			const page = this.#folder.page(at, to, PAGE_ROWS, shared.rows);
			if (!page) {
				if (to > this.#folder.count()) throw new PcapngError(0, damageSays('indexEndsEarly'));
				// The files of all of these were deleted.
				return to;
			}
			at = this.#page(page, this.#factsOf(to), until, found);
			if (this.#stopped || performance.now() >= until) break;
		}
		return at;
	}

	#factsOf(to: number): RowFacts {
		if (this.#facts) return this.#facts;
		const first = this.#folder.origin(to) ?? new Uint8Array(INDEX_ROW_BYTES);
		this.#facts = new RowFacts(first, this.#marks);
		return this.#facts;
	}

	/** While fields decide, each row is read once, which is all that most filters need. */
	#page(page: IndexPage, facts: RowFacts, until: number, found: Found): number {
		const { segment, from, rows } = page;
		const count = rows.length / INDEX_ROW_BYTES;
		const test = this.#test;
		facts.page(segment, from, rows);
		for (let i = 0; i < count; i++) {
			facts.row(i);
			const verdict = test(facts);
			if (verdict === UNKNOWN) return this.#contents(page, i, facts, until, found);
			if (verdict !== YES || !found(from + i, facts)) continue;
			this.#stopped = true;
			return from + i + 1;
		}
		return from + count;
	}

	/** Fields first, for all rows of the page from `first` on; then contents, in order, for the undecided ones. */
	#contents({ segment, from, rows }: IndexPage, first: number, facts: RowFacts, until: number, found: Found): number {
		const count = rows.length / INDEX_ROW_BYTES;
		for (let i = first; i < count; i++) {
			facts.row(i);
			this.#verdicts[i] = this.#test(facts);
		}
		shared.window ??= new Uint8Array(READ_BYTES);
		const contents = new Contents(segment, shared.window);
		for (let i = first; i < count; i++) {
			if (this.#verdicts[i] === UNKNOWN) {
				facts.row(i);
				if (!contents.holds(facts)) {
					if (i > 0 && performance.now() > until) return from + i;
					this.#load(contents, facts, i, count);
				}
				this.#verdicts[i] = this.#closer(contents, facts, from + i, segment);
			} else if (this.#verdicts[i] === YES) facts.row(i);
			if (this.#verdicts[i] !== YES || !found(from + i, facts)) continue;
			this.#stopped = true;
			return from + i + 1;
		}
		return from + count;
	}

	/** Tests an event that has been read; a damaged one does not match. */
	#closer(contents: Contents, facts: RowFacts, n: number, segment: SegmentReader): typeof YES | typeof NO {
		try {
			const at = facts.offset - contents.start;
			if (!fitsHead(contents.words, at >>> 2, facts)) checkHead(contents.window, at, facts);
			if (!this.#mayMatch(contents, facts)) return NO;
			facts.content = contents.of(facts);
			return this.#test(facts) === YES ? YES : NO;
		} catch (error) {
			segment.isDamaged(n, error);
			return NO;
		}
	}

	/** Whether a full test of an event that has been read may match. Call it in the events' order. */
	#mayMatch({ window, start }: Contents, { offset, span, contentCharset }: RowFacts): boolean {
		const screen = this.#screens.of(contentCharset);
		if (screen === undefined) return true;
		const at = offset - start;
		// The bytes may be split across two packets of an event.
		return screen.holds(at, at + span) || blockBytes(window, at) < span;
	}

	/** Reads the content of row `i`, together with those after it that need theirs and are close. */
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
		this.#screens.use(contents.window);
		facts.row(i);
	}
}

/** The length field of the block at `at`. */
function blockBytes(bytes: Uint8Array, at: number): number {
	const place = at + 4;
	const low = (bytes[place] ?? 0) | ((bytes[place + 1] ?? 0) << 8) | ((bytes[place + 2] ?? 0) << 16);
	return low + (bytes[place + 3] ?? 0) * 2 ** 24;
}
