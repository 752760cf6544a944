import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { PagedSource } from '../../virtual/paged-source.ts';

/** Rows of one query. */
export const PAGE_ROWS = 128;
/** About 8,000 rows: several screens of scrolling back, a few megabytes at most. */
const MAX_PAGES = 64;

export type RowQuery = (from: number, count: number) => Promise<readonly CaptureRow[]>;

/** The rows of a capture by position. */
export class RowSource extends PagedSource<readonly CaptureRow[]> {
	constructor(query: RowQuery) {
		super({
			pageItems: PAGE_ROWS,
			maxPages: MAX_PAGES,
			load: async (page, have = []) => {
				const rows = await query(page * PAGE_ROWS + have.length, PAGE_ROWS - have.length);
				return rows.length === 0 ? have : [...have, ...rows];
			},
			lengthOf: (rows) => rows.length,
		});
	}

	row(n: number): CaptureRow | undefined {
		return this.page(Math.floor(n / PAGE_ROWS))?.[n % PAGE_ROWS];
	}
}
