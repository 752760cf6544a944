import { Marks } from '../../../../common/capture/marks.ts';
import { INDEX_ROW_BYTES } from '../../format/index-file.ts';
import { PcapngError } from '../../pcapng/format.ts';
import { RowFacts } from '../../segments/facts.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { damageSays } from '../../sentences/damage-says.ts';
import type { Spans } from './spans.ts';
import { Tally, type TallyAnswer } from './tally.ts';

/** Index rows of one read: 256 KiB. */
const PAGE_ROWS = 8192;

/** A range of buckets: `count` of `width` nanoseconds each, from `from` on, which is a multiple of the width. */
export interface Buckets {
	readonly from: number;
	readonly width: number;
	readonly count: number;
}

/** The narrowest buckets, of a power of two of nanoseconds, at most `most` of which cover [from, to). */
export function bucketsFor(from: number, to: number, most: number): Buckets {
	let width = 1;
	while (Math.ceil(to / width) - Math.floor(from / width) > most) width *= 2;
	const first = Math.floor(from / width);
	return { from: first * width, width, count: Math.max(1, Math.ceil(to / width) - first) };
}

/** A part of a capture in buckets that are finer than the summary's. Only blocks of events that overlap it are read. */
export class TimelineWindow {
	readonly #folder: CaptureFolder;
	readonly #buckets: Buckets;
	readonly #tally: Tally;
	#facts: RowFacts | undefined;
	/** Events that were scanned or can be skipped. */
	scanned = 0;

	constructor(folder: CaptureFolder, buckets: Buckets) {
		this.#folder = folder;
		this.#buckets = buckets;
		this.#tally = new Tally(buckets.count);
	}

	/** Continues with the events below `end`, all of which are in `spans`, until `until`. */
	step(spans: Spans, end: number, until: number): void {
		const { from, width, count } = this.#buckets;
		const to = from + width * count;
		while (this.scanned < end) {
			this.scanned = spans.next(this.scanned, end, from, to);
			if (this.scanned >= end) return;
			const most = Math.min(PAGE_ROWS, spans.blockEnd(this.scanned) - this.scanned);
			this.#page(end, most, from, to);
			if (performance.now() >= until) return;
		}
	}

	read(split: boolean): TallyAnswer {
		return this.#tally.read(0, 1, this.#buckets.count, split);
	}

	#page(end: number, most: number, from: number, to: number): void {
		const page = this.#folder.page(this.scanned, end, most);
		if (!page) {
			if (end > this.#folder.count()) throw new PcapngError(0, damageSays('indexEndsEarly'));
			// The files of all of these were deleted.
			this.scanned = end;
			return;
		}
		this.#facts ??= new RowFacts(this.#folder.origin(end) ?? page.rows, new Marks());
		const facts = this.#facts;
		facts.page(page.segment, page.from, page.rows);
		const count = page.rows.length / INDEX_ROW_BYTES;
		for (let i = 0; i < count; i++) {
			facts.row(i);
			const time = Math.max(0, facts.time);
			if (time >= from && time < to) this.#tally.add(Math.floor((time - from) / this.#buckets.width), facts);
		}
		this.scanned = page.from + count;
	}
}
