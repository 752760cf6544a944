import { asksForMarks } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import { Matches } from '../segments/matches.ts';
import type { ItemScan, Searched } from './items/items.ts';

/** Scans a list of a capture in slices and keeps the positions of a filter's matches. */
export class FilterScan {
	readonly matches: Matches;
	/** Changed marks change the matches of scanned items. */
	readonly asksForMarks: boolean;
	readonly #scan: ItemScan;
	/** Items scanned: the matches among the first `scanned` are known. */
	scanned = 0;

	/** Throws FilterError. */
	constructor(items: Searched, filter: string, maxMatches?: number) {
		const parsed = readFilter(filter, items.known);
		this.asksForMarks = asksForMarks(parsed);
		this.#scan = items.scan(parsed);
		this.matches = new Matches(maxMatches);
	}

	/** Items before `first` are gone, found or not. */
	letGo(first: number): void {
		this.matches.letGo(first);
		this.scanned = Math.max(this.scanned, first);
	}

	/** Scans items below `count` for about `ms`, but at least some. Throws the errors of reading. */
	step(count: number, ms: number): void {
		if (this.scanned >= count || this.matches.full) return;
		this.scanned = this.#scan.run(this.scanned, count, performance.now() + ms, (n) => {
			this.matches.push(n);
			return this.matches.full;
		});
	}
}
