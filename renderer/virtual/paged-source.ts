import { PageLoader } from './page-loader.ts';

const MAX_IN_FLIGHT = 2;

const NOTHING = { from: 0, end: 0, total: 0, revision: undefined };

export interface PagedSourceOptions<P> {
	/** Items of a page. */
	readonly pageItems: number;
	/** Maximum number of cached pages. */
	readonly maxPages: number;
	/** Fetches a page; `have` is its loaded part, where the end of the list has grown. */
	load(page: number, have: P | undefined): Promise<P>;
	/** Number of loaded items of a page. */
	lengthOf(page: P): number;
	/** False for a page that must be fetched again although no item is missing. Default: none. */
	isFinal?(page: P): boolean;
}

/** A long list on the host, of which only the pages near the view are loaded. Positions count from 0. */
export class PagedSource<P> {
	readonly #options: PagedSourceOptions<P>;
	readonly #pages: PageLoader<P>;
	readonly #listeners = new Set<() => void>();
	#total = 0;
	#version = 0;
	#wanted: { from: number; end: number; total: number; revision: unknown } = NOTHING;

	constructor(options: PagedSourceOptions<P>) {
		this.#options = options;
		const { pageItems, maxPages, load, lengthOf, isFinal = () => true } = options;
		this.#pages = new PageLoader({
			load,
			isWhole: (page, value) =>
				lengthOf(value) >= Math.min(pageItems, this.#total - page * pageItems) && isFinal(value),
			maxPages,
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

	/**
	 * Sets the items [from, end) that the view needs now, of `total`. A request equal to the last one is not repeated:
	 * it would repeat a query that was answered in full. `revision` changes when items changed in place.
	 */
	want(from: number, end: number, total: number, revision?: unknown): void {
		const last = this.#wanted;
		if (from === last.from && end === last.end && total === last.total && revision === last.revision) return;
		this.#wanted = { from, end, total, revision };
		this.#total = total;
		this.#pages.want(this.pagesOf(from, Math.min(end, total)));
	}

	/** True when every item of [from, end) is loaded. */
	has(from: number, end: number): boolean {
		const { pageItems, lengthOf } = this.#options;
		return this.pagesOf(from, end).every((number) => {
			const page = this.#pages.get(number);
			return page !== undefined && lengthOf(page) >= Math.min(pageItems, end - number * pageItems);
		});
	}

	/** Why some of the requested items could not be loaded. */
	failure(): Error | undefined {
		return this.#pages.failure();
	}

	/** Requests failed pages again. */
	retry(): void {
		this.#pages.retry();
		this.#changed();
	}

	/** Discards everything, for another list. */
	reset(): void {
		this.#pages.reset();
		this.#total = 0;
		this.#wanted = NOTHING;
		this.#changed();
	}

	/** The loaded part of a page. */
	page(number: number): P | undefined {
		return this.#pages.get(number);
	}

	/** Pages that hold items [from, end), in order. */
	pagesOf(from: number, end: number): number[] {
		const { pageItems } = this.#options;
		if (end <= from) return [];
		const first = Math.floor(Math.max(0, from) / pageItems);
		const last = Math.floor((end - 1) / pageItems);
		return Array.from({ length: last - first + 1 }, (_, i) => first + i);
	}

	#changed(): void {
		this.#version++;
		for (const listener of this.#listeners) listener();
	}
}
