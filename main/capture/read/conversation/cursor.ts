import { EVENT_KINDS } from '../../../../common/capture/event.ts';
import { Marks } from '../../../../common/capture/marks.ts';
import type { Sentence } from '../../../../common/contract/base/sentence.ts';
import { INDEX_ROW_BYTES, type IndexRow, parseIndexRow } from '../../format/index-file.ts';
import { readPayload } from '../../segments/bytes.ts';
import { Contents } from '../../segments/contents.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder, IndexPage } from '../../segments/folder.ts';
import { damagedText } from '../../segments/rows.ts';
import { captureError } from '../../sentences/capture-error.ts';
import type { ConnectionEvents } from './events.ts';

/** Maximum index rows of one read, where a connection's events are close to each other. */
const PAGE_ROWS = 4096;
/** Events checked for that, and their maximum distance in rows. */
const AHEAD = 8;
const NEAR_ROWS = 512;
/** Maximum bytes of one read of a segment, and of skipped bytes within it. */
const READ_BYTES = 512 << 10;
const READ_GAP = 8 << 10;

const DATA = EVENT_KINDS.indexOf('data');

/** Reads the events of one connection, preferably in order: index rows and contents are read in batches. */
export class EventCursor {
	readonly events: ConnectionEvents;
	readonly #folder: CaptureFolder;
	readonly #facts = new RowFacts(new Uint8Array(INDEX_ROW_BYTES), new Marks());
	#page: IndexPage | undefined;
	#contents: Contents | undefined;
	/** Index of the current one among the connection's events. */
	#i = -1;
	/** The result of checking an event. */
	readonly #checkedLarge = new Map<number, string | undefined>();
	#checked: { readonly n: number; readonly damage: string | undefined } | undefined;

	constructor(folder: CaptureFolder, events: ConnectionEvents) {
		this.#folder = folder;
		this.events = events;
	}

	/** The index data of the current event. */
	get facts(): RowFacts {
		return this.#facts;
	}

	/** The first of the connection's events whose file still exists; their count where none is left. */
	get firstKept(): number {
		const { first } = this.#folder;
		return first === 0 ? 0 : this.events.before(first);
	}

	/** Moves to the connection's event `i`, below the count, which must still exist. The next call overwrites the result. */
	to(i: number): RowFacts {
		const n = this.events.at(i);
		if (n < this.#folder.first) throw captureError('not-found', 'eventGone');
		const { from = 0, rows } = this.#page ?? {};
		const known = rows !== undefined && n >= from && n < from + rows.length / INDEX_ROW_BYTES;
		const page = known ? this.#page : this.#load(n, i);
		this.#facts.row(n - (page?.from ?? n));
		this.#i = i;
		return this.#facts;
	}

	/** The index of the current event among the connection's. */
	get index(): number {
		return this.#i;
	}

	/** Position in the capture of the current event. */
	get n(): number {
		return this.events.at(this.#i);
	}

	/** Whether it has bytes. A damaged event counts as a note. */
	get isData(): boolean {
		return this.#facts.kind === DATA && this.#damage() === undefined;
	}

	/** The event's complete index row. */
	get row(): IndexRow {
		const { page, at } = this.#place();
		const row = parseIndexRow(page.rows, at);
		return row.kind === 'data' && this.#damage() !== undefined ? { ...row, kind: 'note', length: 0 } : row;
	}

	/** Payload bytes from `offset`, fewer than `length` at the end; valid until the cursor moves. */
	bytes(offset: number, length: number): Uint8Array {
		const { page, at } = this.#place();
		if (this.#facts.span <= READ_BYTES) return this.#content().subarray(offset, offset + length);
		return readPayload(page.segment, parseIndexRow(page.rows, at), offset, length);
	}

	/** The text of an event other than `data`; of a damaged one the damage. */
	text(): string {
		return this.#damage() ?? new TextDecoder().decode(this.#content());
	}

	/** Which sentence that text is. */
	says(): Sentence | undefined {
		if (this.#damage() !== undefined || this.#facts.span > READ_BYTES) return undefined;
		this.#content();
		return this.#contents?.sentenceOf(this.#facts);
	}

	/** The text for an event that cannot be read. */
	#damage(): string | undefined {
		const { n } = this;
		if (this.#checked?.n === n) return this.#checked.damage;
		const isLarge = this.#facts.span > READ_BYTES;
		const damage = this.#checkedLarge.has(n) ? this.#checkedLarge.get(n) : this.#check(n);
		if (isLarge) this.#checkedLarge.set(n, damage);
		this.#checked = { n, damage };
		return damage;
	}

	#check(n: number): string | undefined {
		const { page, at } = this.#place();
		const row = parseIndexRow(page.rows, at);
		try {
			if (this.#facts.span <= READ_BYTES) this.#content();
			else for (let from = 0; from < row.length; from += READ_BYTES) readPayload(page.segment, row, from, READ_BYTES);
			return undefined;
		} catch (error) {
			page.segment.isDamaged(n, error);
			return damagedText(row.kind, row.length, error);
		}
	}

	#place(): { page: IndexPage; at: number } {
		const page = this.#page;
		if (!page) throw new RangeError('The cursor stands nowhere yet.');
		return { page, at: (this.n - page.from) * INDEX_ROW_BYTES };
	}

	#load(n: number, i: number): IndexPage {
		const { events } = this;
		const near = events.at(Math.min(i + AHEAD, events.count - 1)) - n <= NEAR_ROWS;
		const most = near ? PAGE_ROWS : 1;
		const page = this.#folder.page(n, Math.min(n + most, events.scanned), most);
		if (page?.from !== n) throw captureError('not-found', 'eventGone');
		if (this.#page?.segment !== page.segment) this.#contents = new Contents(page.segment);
		this.#facts.page(page.segment, page.from, page.rows);
		this.#page = page;
		return page;
	}

	#content(): Uint8Array {
		const { page } = this.#place();
		this.#contents ??= new Contents(page.segment);
		if (!this.#contents.holds(this.#facts)) this.#read(this.#contents, page);
		return this.#contents.of(this.#facts);
	}

	/** Reads this event's content, together with those after it that are close. */
	#read(contents: Contents, page: IndexPage): void {
		const facts = this.#facts;
		const start = facts.offset;
		let end = start + facts.span;
		const rows = page.rows.length / INDEX_ROW_BYTES;
		for (let i = this.#i + 1; i < this.events.count; i++) {
			const place = this.events.at(i) - page.from;
			if (place >= rows) break;
			facts.row(place);
			const next = facts.offset + facts.span;
			if (facts.offset - end > READ_GAP || next - start > READ_BYTES) break;
			end = next;
		}
		facts.row(this.n - page.from);
		contents.load(start, end - start);
	}
}
