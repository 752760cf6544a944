import type { IndexRow } from '../index-file.ts';
import { folderPlaces, type Places } from './places.ts';
import { SegmentReader } from './segment.ts';

/** Index rows that lie in one segment, one after the other. */
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
}

/** Index rows as they stand in the file, of one segment. */
export interface IndexPage {
	readonly segment: SegmentReader;
	/** Position in the capture of the first. */
	readonly from: number;
	/** Whole rows, at least one. */
	readonly rows: Uint8Array;
}

/** The segments of a capture, by event position; finds new ones while the capture grows. */
export class CaptureFolder {
	readonly #places: Places;
	readonly #shift: number;
	readonly #segments: SegmentReader[] = [];

	/** `shift`: positions in the capture that come before those given here, as of events whose files are gone. */
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
				runs.push({ segment: undefined, from: at, count });
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
	 * At most `most` rows from `from` up to, but without, `to`, all of one segment: the first that are still there, since
	 * the files of earlier ones may have been deleted. Undefined where the files end.
	 */
	page(from: number, to: number, most: number): IndexPage | undefined {
		this.#lookFor(to);
		for (let i = this.#indexOf(from); i < this.#segments.length; i++) {
			const segment = this.#segments[i];
			if (!segment) break;
			const at = Math.max(from, segment.first);
			const end = Math.min(to, this.#segments[i + 1]?.first ?? to, at + most);
			if (end <= at) continue;
			const rows = segment.rowBytes(at - segment.first, end - at);
			if (rows.length > 0) return { segment, from: at, rows };
		}
		return undefined;
	}

	/** Events in the files now. */
	count(): number {
		this.#lookFor(Number.POSITIVE_INFINITY);
		const last = this.#segments.at(-1);
		return last ? last.first + last.count : 0;
	}

	/** Position of the first event in the files that were found; 0 where there are none. */
	get first(): number {
		return this.#segments[0]?.first ?? 0;
	}

	/** Bytes of the segments that were found. */
	size(): number {
		return this.#segments.reduce((sum, segment) => sum + segment.data.size, 0);
	}

	close(): void {
		for (const segment of this.#segments.splice(0)) segment.close();
	}

	/** Opens segments until the events before `to` are covered or there are no more. */
	#lookFor(to: number): void {
		for (;;) {
			const last = this.#segments.at(-1);
			if (last && last.first + last.count >= to) return;
			const next = this.#places.after(last?.number ?? 0);
			if (next === undefined) return;
			this.#segments.push(new SegmentReader(next, this.#shift));
		}
	}

	/** The place in the list of the segment that holds event `n`. */
	#indexOf(n: number): number {
		let low = 0;
		let high = this.#segments.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >>> 1;
			if ((this.#segments[middle]?.first ?? 0) <= n) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}
