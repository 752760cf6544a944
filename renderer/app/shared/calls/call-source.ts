import type { ListedCall } from '../../../../common/contract/calls/socket-calls.ts';
import { PagedSource } from '../../../virtual/paged-source.ts';

/** Calls of one query. */
const PAGE_CALLS = 128;
const MAX_PAGES = 48;

/** The calls of a list. */
export class CallSource extends PagedSource<readonly ListedCall[]> {
	constructor(query: (from: number, count: number) => Promise<readonly ListedCall[]>) {
		super({
			pageItems: PAGE_CALLS,
			maxPages: MAX_PAGES,
			load: (page) => query(page * PAGE_CALLS, PAGE_CALLS),
			lengthOf: (calls) => calls.length,
		});
	}

	call(index: number): ListedCall | undefined {
		return this.page(Math.floor(index / PAGE_CALLS))?.[index % PAGE_CALLS];
	}
}
