import type { FindState } from '../../../common/contract/calls/find.ts';
import { PAGE_ROWS } from '../segments/event-scan.ts';
import type { ItemScan, Searched } from './items/items.ts';
import { readSearch, type Search } from './places/search.ts';

/** What to search for, and the start. */
export interface FindRequest extends Search {
	/** The current item; it is examined last. Without it: from the first, or the last. */
	readonly from?: number | undefined;
	/** Towards earlier items. */
	readonly back: boolean;
}

/** Backwards, items are scanned in stretches that grow from the one to the other. */
const SHORT = 64;

interface Range {
	readonly from: number;
	readonly to: number;
}

/** Searches in slices for the next match of a filter, wrapping around the end of the list if necessary. */
export class FindScan {
	readonly #scan: ItemScan;
	readonly #ranges: Range[];
	readonly #back: boolean;
	readonly #total: number;
	#looked = 0;
	#wrapped = false;
	#found: number | undefined;
	/** Within the range: the part before it (backwards: after it) has been scanned. */
	#at: number;
	/** The stretch being scanned backwards, in forward order: its last match counts. */
	#stretch: { readonly from: number; readonly to: number; at: number } | undefined;
	/** The latest match in the stretch so far. */
	#last: number | undefined;
	#length = SHORT;

	/** Searches the first `count` items. Throws FilterError. */
	constructor(items: Searched, { from, back, ...search }: FindRequest, count: number) {
		this.#scan = items.scan(readSearch(search, items.known).filter);
		this.#back = back;
		this.#total = count;
		const ranges = rangesOf(from, back, count);
		this.#ranges = ranges.filter((range) => range.to > range.from);
		this.#wrapped = from !== undefined && this.#ranges.length === 1 && this.#ranges[0] === ranges[1];
		this.#at = this.#start();
	}

	get done(): boolean {
		return this.#found !== undefined || this.#ranges.length === 0;
	}

	get state(): FindState {
		const { done } = this;
		const state = { looked: this.#looked, total: this.#total, wrapped: this.#wrapped, done };
		return this.#found === undefined ? state : { ...state, found: this.#found };
	}

	/** Continues for about `ms`, but for at least one item. Throws the errors of reading. */
	step(ms: number): void {
		const until = performance.now() + ms;
		do {
			const range = this.#ranges[0];
			if (range === undefined || this.#found !== undefined) return;
			if (this.#back) this.#backward(range, until);
			else this.#forward(range, until);
			if (this.#found === undefined && this.#at === (this.#back ? range.from : range.to)) this.#next();
		} while (performance.now() < until);
	}

	#forward({ to }: Range, until: number): void {
		const before = this.#at;
		this.#at = this.#scan.run(before, to, until, (n) => {
			this.#found = n;
			return true;
		});
		this.#looked += this.#at - before;
	}

	/** The last match of a stretch is known once all of it has been scanned. */
	#backward(range: Range, until: number): void {
		this.#stretch ??= this.#stretchBefore(this.#at, range);
		const stretch = this.#stretch;
		const before = stretch.at;
		stretch.at = this.#scan.run(before, stretch.to, until, (n) => {
			this.#last = n;
			return false;
		});
		this.#looked += stretch.at - before;
		if (stretch.at < stretch.to) return;
		this.#stretch = undefined;
		this.#at = stretch.from;
		this.#found = this.#last;
	}

	#stretchBefore(to: number, range: Range): { from: number; to: number; at: number } {
		const from = Math.max(range.from, to - this.#length);
		this.#length = Math.min(this.#length * 2, PAGE_ROWS);
		return { from, to, at: from };
	}

	#next(): void {
		this.#ranges.shift();
		this.#wrapped ||= this.#ranges.length > 0;
		this.#at = this.#start();
	}

	#start(): number {
		const range = this.#ranges[0];
		return (this.#back ? range?.to : range?.from) ?? 0;
	}
}

/** From the current item to the end, then from the other end to it. */
function rangesOf(from: number | undefined, back: boolean, count: number): Range[] {
	const at = Math.min(from ?? (back ? count : -1), count);
	const split = back ? at : at + 1;
	const first = { from: 0, to: Math.min(split, count) };
	const second = { from: Math.min(split, count), to: count };
	return back ? [first, second] : [second, first];
}
