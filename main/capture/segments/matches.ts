import { lowerBound } from '../../../common/search/lower-bound.ts';

/** Positions in a page: 256 KiB. */
const PAGE = 64 << 10;
/** Maximum number of positions, 64 MiB of them. A scan that finds more stops there and reports it. */
const MAX_MATCHES = 16 << 20;

/** Growing positions of events, 4 bytes each: a capture has fewer than 2^32 events. */
export class Matches {
	/** From the page that contains match `gone` on. */
	#pages: Uint32Array[] = [];
	#pagesGone = 0;
	readonly #max: number;
	/** All that were found, also the deleted ones. */
	count = 0;
	/** Number of deleted ones: matches from this index on can be read. */
	gone = 0;

	constructor(max = MAX_MATCHES) {
		this.#max = max;
	}

	get full(): boolean {
		return this.count - this.gone >= this.#max;
	}

	/** Deletes the matches before event `n`. The others keep their indexes. */
	letGo(n: number): void {
		this.gone = this.before(n);
		const pages = Math.floor(this.gone / PAGE) - this.#pagesGone;
		this.#pages = this.#pages.slice(pages);
		this.#pagesGone += pages;
	}

	/** `n` is larger than all before. Not called when full. */
	push(n: number): void {
		const place = this.count % PAGE;
		if (place === 0) this.#pages.push(new Uint32Array(PAGE));
		const page = this.#pages.at(-1);
		if (page) page[place] = n;
		this.count++;
	}

	/** Position of match `i`; `i` is from `gone` to below the count. */
	at(i: number): number {
		return this.#pages[Math.floor(i / PAGE) - this.#pagesGone]?.[i % PAGE] ?? 0;
	}

	/** Number of matches before event `n`: the index of the first at or after it. */
	before(n: number): number {
		return lowerBound(this.gone, this.count, (i) => this.at(i) < n);
	}
}
