import { DIRECTIONS, EVENT_KINDS } from '../../../common/capture/event.ts';
import type { Marks } from '../../../common/capture/marks.ts';
import { readFilter } from '../../../common/filter/run.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { EventScan, PAGE_ROWS } from '../segments/event-scan.ts';
import type { CaptureFolder, IndexPage } from '../segments/folder.ts';
import { EventCursor } from './formats/event.ts';
import type { ExportOrder } from './formats/order.ts';

/** A filter is evaluated in steps of about this many milliseconds, between which an export can be cancelled. */
const STEP_MS = 50;
/** Maximum bytes of one read of a segment, and of unneeded bytes within it. */
const READ_BYTES = 1 << 20;
const READ_GAP = 16 << 10;
const DATA = EVENT_KINDS.indexOf('data');

export type TakeEvent = (event: EventCursor) => void;

/** Iterates the events of an export, in order and in bounded memory. */
export class Selection {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	readonly #take: TakeEvent;
	readonly #pause: () => void;
	readonly #scan: EventScan | undefined;
	readonly #connection: number | undefined;
	readonly #direction: number | undefined;
	readonly #onlyData: boolean;
	/** Events before this one have been scanned. */
	position: number;

	/** `pause` is called regularly, and may throw to end it. Throws FilterError. */
	constructor(
		folder: CaptureFolder,
		order: Pick<ExportOrder, 'scope' | 'format' | 'from'>,
		marks: Marks,
		take: TakeEvent,
		pause: () => void,
	) {
		const { filter, connection, direction } = order.scope;
		this.#folder = folder;
		this.#marks = marks;
		this.#take = take;
		this.#pause = pause;
		this.#scan =
			filter === undefined ? undefined : new EventScan(folder, readFilter(filter, folder.charsets.known), marks);
		this.#connection = connection;
		this.#direction = direction === undefined ? undefined : DIRECTIONS.indexOf(direction);
		this.#onlyData = order.format === 'raw' || order.format === 'c';
		this.position = order.from;
	}

	close(): void {
		// It has no files of its own.
	}

	/** Passes on the selected events before `to`. Throws the errors of reading. */
	run(to: number): void {
		if (this.#scan) this.#filtered(this.#scan, to);
		else this.#all(to);
		this.position = to;
	}

	#all(to: number): void {
		while (this.position < to) {
			const page = this.#folder.page(this.position, to, PAGE_ROWS);
			// Missing events at the end were deleted while the capture was written.
			if (!page) return;
			const count = page.rows.length / INDEX_ROW_BYTES;
			this.#page(page, count, (i) => i);
			this.position = page.from + count;
			this.#pause();
		}
	}

	#filtered(scan: EventScan, to: number): void {
		while (this.position < to) {
			const found: number[] = [];
			this.position = scan.run(this.position, to, performance.now() + STEP_MS, (n) => found.push(n) >= PAGE_ROWS);
			this.#found(found, to);
			this.#pause();
		}
	}

	#found(found: readonly number[], to: number): void {
		for (let at = 0; at < found.length; ) {
			const page = this.#folder.page(found[at] ?? 0, to, PAGE_ROWS);
			if (!page) return;
			const end = page.from + page.rows.length / INDEX_ROW_BYTES;
			const begin = at;
			while ((found[at] ?? end) < end) at++;
			this.#page(page, at - begin, (i) => (found[begin + i] ?? 0) - page.from);
		}
	}

	/** Passes on the selected ones of `count` rows, at the indexes given by `place`. */
	#page(page: IndexPage, count: number, place: (i: number) => number): void {
		const event = new EventCursor(page, this.#marks);
		for (let i = 0; i < count; i++) {
			event.row(place(i));
			if (!this.#picks(event)) continue;
			if (!event.contents.holds(event)) {
				this.#load(event, i, count, place);
				event.row(place(i));
			}
			if (this.#isWhole(event)) this.#take(event);
		}
	}

	/** A damaged event is left out, and counted. */
	#isWhole(event: EventCursor): boolean {
		try {
			event.contents.of(event);
			return true;
		} catch (error) {
			event.segment.isDamaged(event.n, error);
			return false;
		}
	}

	#picks(event: EventCursor): boolean {
		if (this.#onlyData && event.kind !== DATA) return false;
		if (this.#connection !== undefined && event.connection !== this.#connection) return false;
		return this.#direction === undefined || event.direction === this.#direction;
	}

	/** Reads event `i`, together with the selected ones after it that are close. */
	#load(event: EventCursor, i: number, count: number, place: (i: number) => number): void {
		const start = event.offset;
		let end = start + event.span;
		for (let next = i + 1; next < count; next++) {
			event.row(place(next));
			const nextEnd = event.offset + event.span;
			if (event.offset - end > READ_GAP || nextEnd - start > READ_BYTES) break;
			if (this.#picks(event)) end = nextEnd;
		}
		event.contents.load(start, end - start);
	}
}
