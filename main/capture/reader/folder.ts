import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexRow } from '../index-file.ts';
import { indexName } from '../names.ts';
import { SegmentReader } from './segment.ts';

/** Index rows that lie in one segment, one after the other. */
export interface RowRun {
	readonly segment: SegmentReader;
	/** Position in the capture of the first. */
	readonly from: number;
	readonly rows: IndexRow[];
}

/** Index rows as they stand in the file, of one segment. */
export interface IndexPage {
	readonly segment: SegmentReader;
	/** Position in the capture of the first. */
	readonly from: number;
	/** Whole rows, at least one. */
	readonly rows: Uint8Array;
}

/** The segments of a folder, by event position; finds new ones while the capture grows. */
export class CaptureFolder {
	readonly #folder: string;
	readonly #segments: SegmentReader[] = [];

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Index rows of the events from `from` up to, but without, `to`; fewer where the files end. */
	rows(from: number, to: number): RowRun[] {
		this.#lookFor(to);
		const runs: RowRun[] = [];
		let at = from;
		for (let i = this.#indexOf(from); i < this.#segments.length && at < to; i++) {
			const segment = this.#segments[i];
			if (!segment) break;
			const end = Math.min(to, this.#segments[i + 1]?.first ?? to);
			const rows = end > at ? segment.rows(at - segment.first, end - at) : [];
			if (rows.length > 0) runs.push({ segment, from: at, rows });
			at += rows.length;
		}
		return runs;
	}

	/** Rows from `from` up to, but without, `to`, or to the end of their segment; undefined where the files end. */
	page(from: number, to: number): IndexPage | undefined {
		this.#lookFor(to);
		for (let i = this.#indexOf(from); i < this.#segments.length; i++) {
			const segment = this.#segments[i];
			const end = Math.min(to, this.#segments[i + 1]?.first ?? to);
			if (!segment || end <= from) continue;
			const rows = segment.rowBytes(from - segment.first, end - from);
			if (rows.length > 0) return { segment, from, rows };
		}
		return undefined;
	}

	/** Events in the files now. */
	count(): number {
		this.#lookFor(Number.POSITIVE_INFINITY);
		const last = this.#segments.at(-1);
		return last ? last.first + last.count : 0;
	}

	close(): void {
		for (const segment of this.#segments.splice(0)) segment.close();
	}

	/** Opens segments until the events before `to` are covered or there are no more. */
	#lookFor(to: number): void {
		for (;;) {
			const last = this.#segments.at(-1);
			if (last && last.first + last.count >= to) return;
			const next = (last?.number ?? 0) + 1;
			if (!existsSync(join(this.#folder, indexName(next)))) return;
			this.#segments.push(new SegmentReader(this.#folder, next));
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
