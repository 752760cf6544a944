import { lowerBound } from '../../../common/search/lower-bound.ts';
import { isMissing } from '../../files/index.ts';
import { type IndexRow, parseIndexRow } from '../format/index-file.ts';
import { type CaptureFiles, folderPlaces, listedPlaces, type Places, type SegmentPlace } from '../format/places.ts';
import { DamageLog } from './damage.ts';
import { SegmentReader } from './segment.ts';
import { TextCharsets } from './text-charsets.ts';

/** Consecutive index rows of one segment. */
export interface RowRun {
	readonly segment: SegmentReader;
	/** Position in the capture of the first. */
	readonly from: number;
	readonly rows: IndexRow[];
}

/** Events whose files were deleted while the capture was written. */
export interface GoneRun {
	readonly segment: undefined;
	readonly from: number;
	readonly count: number;
	/** Times of the events before and after them, nanoseconds since 1970; undefined where there is none. */
	readonly after: bigint | undefined;
	readonly before: bigint | undefined;
}

/** Index rows of one segment, as in the file. */
export interface IndexPage {
	readonly segment: SegmentReader;
	/** Position in the capture of the first. */
	readonly from: number;
	/** Complete rows, at least one. */
	readonly rows: Uint8Array;
}

/** The segments of a capture, by event position; finds new ones while the capture grows. */
export class CaptureFolder {
	readonly #places: Places;
	readonly #shift: number;
	readonly #segments: SegmentReader[] = [];
	/** Damage found in the files. */
	readonly damage = new DamageLog();
	/** How its text is read. */
	readonly charsets = new TextCharsets();
	/** Number of the last deleted segment. */
	#numberGone = 0;
	#origin: Uint8Array | undefined;

	/** `shift`: positions in the capture before those used here, as of events whose files are gone. */
	constructor(places: Places | string, shift = 0) {
		this.#places = typeof places === 'string' ? folderPlaces(places) : places;
		this.#shift = shift;
	}

	/** Index rows of the events from `from` up to, but without, `to`; fewer where the files end. */
	rows(from: number, to: number): (RowRun | GoneRun)[] {
		this.#lookFor(to);
		const runs: (RowRun | GoneRun)[] = [];
		let at = from;
		for (let i = this.#indexOf(from); i < this.#segments.length && at < to; i++) {
			const segment = this.#segments[i];
			if (!segment) break;
			if (segment.first > at) {
				const count = Math.min(to, segment.first) - at;
				runs.push({ segment: undefined, from: at, count, ...this.#timesAround(i) });
				at += count;
			}
			const end = Math.min(to, this.#segments[i + 1]?.first ?? to);
			const rows = end > at ? segment.rows(at - segment.first, end - at) : [];
			if (rows.length > 0) runs.push({ segment, from: at, rows });
			at += rows.length;
		}
		return runs;
	}

	/**
	 * At most `most` rows from `from` up to, but without, `to`, all of one segment: the first existing ones, since the
	 * files of earlier ones may have been deleted. Undefined where the files end. `memory`: as in SegmentReader.rowBytes.
	 */
	page(from: number, to: number, most: number, memory?: Uint8Array): IndexPage | undefined {
		this.#lookFor(to);
		for (let i = this.#indexOf(from); i < this.#segments.length; i++) {
			const segment = this.#segments[i];
			if (!segment) break;
			const at = Math.max(from, segment.first);
			const end = Math.min(to, this.#segments[i + 1]?.first ?? to, at + most);
			if (end <= at) continue;
			const rows = segment.rowBytes(at - segment.first, end - at, memory);
			if (rows.length > 0) return { segment, from: at, rows };
		}
		return undefined;
	}

	/**
	 * The index row of the event at time zero: the first existing one, below `to`, at the first call. It stays when that
	 * event's file is deleted while the capture is written, so that all readers use the same zero.
	 */
	origin(to: number): Uint8Array | undefined {
		this.#origin ??= this.page(0, to, 1)?.rows;
		return this.#origin;
	}

	/** Wall clock of that event, ns; undefined while the first `to` events have no file. */
	begin(to: number): bigint | undefined {
		const row = this.origin(to);
		return row && parseIndexRow(row, 0).time;
	}

	/** All existing segments, also those without events. */
	segments(): readonly SegmentReader[] {
		this.#lookFor(Number.POSITIVE_INFINITY);
		return this.#segments;
	}

	/** Number of events from `from` up to, but without, `to` that are in no file. Opens all files. */
	missing(from: number, to: number): number {
		let count = 0;
		let at = from;
		for (const segment of this.segments()) {
			count += Math.max(0, Math.min(segment.first, to) - at);
			at = Math.max(at, segment.first + segment.count);
		}
		return count + Math.max(0, to - at);
	}

	/** Events in the files now. */
	count(): number {
		this.#lookFor(Number.POSITIVE_INFINITY);
		const last = this.#segments.at(-1);
		return last ? last.first + last.count : 0;
	}

	/** Position of the first event in the files found; 0 where there are none. */
	get first(): number {
		return this.#segments[0]?.first ?? 0;
	}

	/** Bytes of the segments found. */
	size(): number {
		return this.#segments.reduce((sum, segment) => sum + segment.data.size, 0);
	}

	/** Closes the files with only events before position `first`, which are deleted: this frees the disk. */
	letGo(first: number): void {
		for (;;) {
			const [oldest, next] = this.#segments;
			if (!oldest || oldest.first >= first || (next?.first ?? oldest.first + oldest.count) > first) return;
			oldest.close();
			this.#segments.shift();
			this.#numberGone = oldest.number;
		}
	}

	/** Closes the segments all of whose events are before position `n`, as long as there are later ones; returns their numbers. */
	forget(n: number): number[] {
		let count = 0;
		while ((this.#segments[count + 1]?.first ?? Number.POSITIVE_INFINITY) <= n) count++;
		const gone = this.#segments.splice(0, count);
		for (const segment of gone) segment.close();
		return gone.map((segment) => segment.number);
	}

	close(): void {
		for (const segment of this.#segments.splice(0)) segment.close();
	}

	/** Opens segments until the events before `to` are covered or there are no more. */
	#lookFor(to: number): void {
		let after = this.#segments.at(-1)?.number ?? this.#numberGone;
		for (;;) {
			const last = this.#segments.at(-1);
			if (last && last.first + last.count >= to) return;
			const next = this.#places.after(after);
			if (next === undefined) return;
			const segment = openThere(next, this.#shift, this.damage, this.charsets);
			if (segment) this.#segments.push(segment);
			after = next.number;
		}
	}

	/** Times of the last event before segment `i` of the list, and of its first. */
	#timesAround(i: number): Pick<GoneRun, 'after' | 'before'> {
		const previous = this.#segments[i - 1];
		const last = previous && previous.count > 0 ? previous.rows(previous.count - 1, 1) : [];
		return { after: last[0]?.time, before: this.#segments[i]?.rows(0, 1)[0]?.time };
	}

	/** The index of the segment that contains event `n`. */
	#indexOf(n: number): number {
		// The first one has what is before it, too.
		return lowerBound(1, this.#segments.length, (i) => (this.#segments[i]?.first ?? 0) <= n) - 1;
	}
}

/** The files of a capture, read as they say. */
export function openFiles({ source, shift, charsets = {} }: CaptureFiles): CaptureFolder {
	const folder = new CaptureFolder(typeof source === 'string' ? source : listedPlaces(source), shift);
	folder.charsets.use(charsets);
	return folder;
}

/** Undefined for a segment that was deleted meanwhile. */
function openThere(
	place: SegmentPlace,
	shift: number,
	damage: DamageLog,
	charsets: TextCharsets,
): SegmentReader | undefined {
	try {
		return new SegmentReader(place, shift, damage, charsets);
	} catch (error) {
		if (isMissing(error)) return undefined;
		throw error;
	}
}
