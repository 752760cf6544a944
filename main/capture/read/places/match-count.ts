import type { Marks } from '../../../../common/capture/marks.ts';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { FindCount } from '../../../../common/contract/calls/find.ts';
import { asksForMarks } from '../../../../common/filter/index.ts';
import { type Sought, soughtIn } from '../../../../common/filter/run.ts';
import { lowerBound } from '../../../../common/search/lower-bound.ts';
import { isDamage } from '../../segments/damage.ts';
import { EventScan } from '../../segments/event-scan.ts';
import type { CaptureFolder } from '../../segments/folder.ts';
import { eventContent } from './event-content.ts';
import { eventPlaces } from './event-places.ts';
import { readSearch, type Search } from './search.ts';

interface Counted {
	readonly n: number;
	/** Matches before this event. */
	readonly before: number;
}

/**
 * Counts matches in slices: each place in an event that a filter finds, and the event itself where it has none. Stops at
 * LIMITS.countedMatches.
 */
export class MatchCount {
	/** Changed marks change the matches. */
	readonly asksForMarks: boolean;
	readonly #folder: CaptureFolder;
	readonly #scan: EventScan;
	readonly #sought: Sought | undefined;
	readonly #events: Counted[] = [];
	/** The event whose places are being counted, and how far. */
	#open: { readonly n: number; at: number; places: number } | undefined;
	#matches = 0;
	#scanned = 0;

	/** Throws FilterError. */
	constructor(folder: CaptureFolder, search: Search, marks: Marks) {
		const { wanted, filter } = readSearch(search);
		this.#folder = folder;
		this.#scan = new EventScan(folder, filter, marks);
		this.#sought = soughtIn(wanted);
		this.asksForMarks = asksForMarks(filter);
	}

	/** Whether there is something to count among the first `stored` events. */
	waits(stored: number): boolean {
		return !this.#isFull && (this.#scanned < stored || this.#open !== undefined);
	}

	/** Counts for about `ms`, but at least some. Throws the errors of reading. */
	step(stored: number, ms: number): void {
		const until = performance.now() + ms;
		do {
			if (this.#open) this.#places(this.#open, until);
			else {
				this.#scanned = this.#scan.run(this.#scanned, stored, until, (n) => {
					this.#open = { n, at: 0, places: 0 };
					return true;
				});
			}
		} while (this.waits(stored) && performance.now() < until);
	}

	/** What has been counted: an event whose places are being counted is not among the scanned ones. */
	state(stored: number): FindCount {
		const scanned = this.#open?.n ?? this.#scanned;
		return { matches: this.#matches, limited: this.#isFull, scanned, stored };
	}

	/** The number, from 1, of the match at place `index` of event `n`; undefined where it has not been counted. */
	numberOf(n: number, index: number): number | undefined {
		const at = lowerBound(0, this.#events.length, (i) => (this.#events[i]?.n ?? 0) < n);
		const event = this.#events[at];
		if (event?.n !== n) return undefined;
		const number = event.before + index + 1;
		return number <= (this.#events[at + 1]?.before ?? this.#matches) ? number : undefined;
	}

	get #isFull(): boolean {
		return this.#matches >= LIMITS.countedMatches;
	}

	#places(open: { readonly n: number; at: number; places: number }, until: number): void {
		const room = LIMITS.countedMatches - this.#matches;
		const { places, next } = this.#found(open, room - open.places, until);
		open.places += places;
		if (next !== undefined && open.places < room) {
			open.at = next;
			return;
		}
		this.#events.push({ n: open.n, before: this.#matches });
		this.#matches += Math.max(1, open.places);
		this.#open = undefined;
	}

	#found({ n, at }: { n: number; at: number }, most: number, until: number): { places: number; next?: number } {
		if (!this.#sought) return { places: 0 };
		try {
			const { places, next } = eventPlaces(eventContent(this.#folder, n), this.#sought, at, most, until);
			return { places: places.length, ...(next === undefined ? {} : { next }) };
		} catch (error) {
			if (!isDamage(error)) throw error;
			return { places: 0 };
		}
	}
}
