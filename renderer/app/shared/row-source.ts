import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { PageLoader } from '../../virtual/page-loader.ts';

/** Rows of one query. */
export const PAGE_ROWS = 128;
/** About 8,000 rows: several screens of scrolling back, a few megabytes at most. */
const MAX_PAGES = 64;
const MAX_IN_FLIGHT = 2;

export type RowQuery = (from: number, count: number) => Promise<readonly CaptureRow[]>;

/** The rows of a capture by position; only those near the view are loaded. */
export class RowSource {
	readonly #pages: PageLoader<readonly CaptureRow[]>;
	readonly #listeners = new Set<() => void>();
	/** Known number of rows in the capture. */
	#stored = 0;
	#version = 0;

	constructor(query: RowQuery) {
		this.#pages = new PageLoader({
			load: async (page, have = []) => {
				const rows = await query(page * PAGE_ROWS + have.length, PAGE_ROWS - have.length);
				return rows.length === 0 ? have : [...have, ...rows];
			},
			isWhole: (page, rows) => rows.length >= Math.min(PAGE_ROWS, this.#stored - page * PAGE_ROWS),
			maxPages: MAX_PAGES,
			maxInFlight: MAX_IN_FLIGHT,
			onChange: () => this.#changed(),
		});
	}

	/** Grows with each answer, for useSyncExternalStore. */
	readonly version = (): number => this.#version;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	row(n: number): CaptureRow | undefined {
		return this.#pages.get(Math.floor(n / PAGE_ROWS))?.[n % PAGE_ROWS];
	}

	/** Sets the rows [from, end) that the view needs now, of a capture of `stored` rows. */
	want(from: number, end: number, stored: number): void {
		this.#stored = stored;
		this.#pages.want(pagesOf(from, Math.min(end, stored)));
	}

	/** True when every row of [from, end) is loaded. */
	has(from: number, end: number): boolean {
		return pagesOf(from, end).every((page) => {
			const need = Math.min(PAGE_ROWS, end - page * PAGE_ROWS);
			return (this.#pages.get(page)?.length ?? 0) >= need;
		});
	}

	/** Why some of the requested rows could not be loaded. */
	failure(): Error | undefined {
		return this.#pages.failure();
	}

	retry(): void {
		this.#pages.retry();
		this.#changed();
	}

	/** Discards everything, for another capture. */
	reset(): void {
		this.#pages.reset();
		this.#stored = 0;
		this.#changed();
	}

	#changed(): void {
		this.#version++;
		for (const listener of this.#listeners) listener();
	}
}

/** Pages that hold rows [from, end), in order. */
export function pagesOf(from: number, end: number): number[] {
	if (end <= from) return [];
	const first = Math.floor(Math.max(0, from) / PAGE_ROWS);
	const last = Math.floor((end - 1) / PAGE_ROWS);
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
