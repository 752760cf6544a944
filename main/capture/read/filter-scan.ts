import { Marks } from '../../../common/capture/marks.ts';
import { asksForMarks } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import { EventScan } from '../segments/event-scan.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { Matches } from '../segments/matches.ts';

/** Scans a capture in slices and keeps the positions of a filter's matches. */
export class FilterScan {
	readonly matches: Matches;
	/** Changed marks change the matches of scanned events. */
	readonly asksForMarks: boolean;
	readonly #scan: EventScan;
	/** Events scanned: the matches among the first `scanned` are known. */
	scanned = 0;

	/** Throws FilterError. */
	constructor(folder: CaptureFolder, filter: string, marks = new Marks(), maxMatches?: number) {
		const parsed = readFilter(filter);
		this.asksForMarks = asksForMarks(parsed);
		this.#scan = new EventScan(folder, parsed, marks);
		this.matches = new Matches(maxMatches);
	}

	/** Events before `first` are gone, found or not. */
	letGo(first: number): void {
		this.matches.letGo(first);
		this.scanned = Math.max(this.scanned, first);
	}

	/** Scans events below `stored` for about `ms`, but at least some. Throws the errors of reading. */
	step(stored: number, ms: number): void {
		if (this.scanned >= stored || this.matches.full) return;
		this.scanned = this.#scan.run(this.scanned, stored, performance.now() + ms, (n) => {
			this.matches.push(n);
			return this.matches.full;
		});
	}
}
