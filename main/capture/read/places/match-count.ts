import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { FindCount } from '../../../../common/contract/calls/find.ts';
import { asksForMarks } from '../../../../common/filter/index.ts';
import { type Sought, soughtIn } from '../../../../common/filter/run.ts';
import { lowerBound } from '../../../../common/search/lower-bound.ts';
import { isDamage } from '../../segments/damage.ts';
import type { ItemScan, Searched } from '../items/items.ts';
import { eventPlaces } from './event-places.ts';
import { readSearch, type Search } from './search.ts';

interface Counted {
	readonly n: number;
	/** Matches before this item. */
	readonly before: number;
}

/**
 * Counts matches in slices: each place in an item that a filter finds, and the item itself where it has none. Stops at
 * LIMITS.countedMatches.
 */
export class MatchCount {
	/** Changed marks change the matches. */
	readonly asksForMarks: boolean;
	readonly #items: Searched;
	readonly #scan: ItemScan;
	readonly #sought: Sought | undefined;
	readonly #counted: Counted[] = [];
	/** The item whose places are being counted, and how far. */
	#open: { readonly n: number; at: number; places: number } | undefined;
	#matches = 0;
	#scanned = 0;

	/** Throws FilterError. */
	constructor(items: Searched, search: Search) {
		const { wanted, filter } = readSearch(search, items.known);
		this.#items = items;
		this.#scan = items.scan(filter);
		this.#sought = soughtIn(wanted);
		this.asksForMarks = asksForMarks(filter);
	}

	/** Whether there is something to count among the first `count` items. */
	waits(count: number): boolean {
		return !this.isFull && (this.#scanned < count || this.#open !== undefined);
	}

	/** Counts for about `ms`, but at least some. Throws the errors of reading. */
	step(count: number, ms: number): void {
		const until = performance.now() + ms;
		do {
			if (this.#open) this.#places(this.#open, until);
			else {
				this.#scanned = this.#scan.run(this.#scanned, count, until, (n) => {
					this.#open = { n, at: 0, places: 0 };
					return true;
				});
			}
		} while (this.waits(count) && performance.now() < until);
	}

	/** What has been counted. `scanned`: items; one whose places are being counted is not among them. */
	get state(): Pick<FindCount, 'matches' | 'limited' | 'scanned'> {
		return { matches: this.#matches, limited: this.isFull, scanned: this.#open?.n ?? this.#scanned };
	}

	/** The number, from 1, of the match at place `index` of item `n`; undefined where it has not been counted. */
	numberOf(n: number, index: number): number | undefined {
		const at = lowerBound(0, this.#counted.length, (i) => (this.#counted[i]?.n ?? 0) < n);
		const event = this.#counted[at];
		if (event?.n !== n) return undefined;
		const number = event.before + index + 1;
		return number <= (this.#counted[at + 1]?.before ?? this.#matches) ? number : undefined;
	}

	/** There may be more matches than are counted. */
	get isFull(): boolean {
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
		this.#counted.push({ n: open.n, before: this.#matches });
		this.#matches += Math.max(1, open.places);
		this.#open = undefined;
	}

	#found({ n, at }: { n: number; at: number }, most: number, until: number): { places: number; next?: number } {
		if (!this.#sought) return { places: 0 };
		try {
			const { places, next } = eventPlaces(this.#items.content(n), this.#sought, at, most, until);
			return { places: places.length, ...(next === undefined ? {} : { next }) };
		} catch (error) {
			if (!isDamage(error)) throw error;
			return { places: 0 };
		}
	}
}
