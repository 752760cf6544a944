export interface PageLoaderOptions<P> {
	/** Fetches a page; `have` is its loaded part, where the end of the data has grown. */
	load(page: number, have: P | undefined): Promise<P>;
	/** True while the loaded part of a page is complete. */
	isWhole(page: number, value: P): boolean;
	/** Maximum number of cached pages; the least recently used are dropped first. */
	readonly maxPages: number;
	/** Maximum number of concurrent requests. */
	readonly maxInFlight: number;
	/** Called after each answer or error. */
	onChange(): void;
}

/**
 * A page cache for data on the host. The view sets the pages it wants now; earlier wanted pages that were not requested
 * yet are dropped, so that a fast scroll leaves no queue.
 */
export class PageLoader<P> {
	readonly #options: PageLoaderOptions<P>;
	/** In order of last use. */
	readonly #pages = new Map<number, P>();
	readonly #inFlight = new Set<number>();
	readonly #failed = new Map<number, Error>();
	/** Answered since the last `want`: an incomplete answer is requested again only after a change. */
	readonly #answered = new Set<number>();
	#wanted: readonly number[] = [];
	/** Grows with each `want`: an answer to an earlier request may be of older data. */
	#wish = 0;
	#generation = 0;

	constructor(options: PageLoaderOptions<P>) {
		this.#options = options;
	}

	get(page: number): P | undefined {
		return this.#pages.get(page);
	}

	/** Why a wanted page could not be loaded. */
	failure(): Error | undefined {
		for (const page of this.#wanted) {
			const error = this.#failed.get(page);
			if (error !== undefined) return error;
		}
		return undefined;
	}

	/** Pages held. */
	get size(): number {
		return this.#pages.size;
	}

	/** Replaces the wanted pages; the first of the list is fetched first. */
	want(pages: readonly number[]): void {
		this.#wanted = pages;
		this.#wish++;
		this.#answered.clear();
		for (const page of pages) this.#touch(page);
		this.#pump();
	}

	/** Requests failed pages again. */
	retry(): void {
		this.#failed.clear();
		this.#answered.clear();
		this.#pump();
	}

	/** Discards everything; pending answers are ignored. */
	reset(): void {
		this.#generation++;
		this.#pages.clear();
		this.#inFlight.clear();
		this.#failed.clear();
		this.#answered.clear();
		this.#wanted = [];
	}

	#touch(page: number): void {
		const value = this.#pages.get(page);
		if (value === undefined) return;
		this.#pages.delete(page);
		this.#pages.set(page, value);
	}

	#pump(): void {
		for (const page of this.#wanted) {
			if (this.#inFlight.size >= this.#options.maxInFlight) return;
			if (this.#inFlight.has(page) || this.#failed.has(page) || this.#answered.has(page)) continue;
			const have = this.#pages.get(page);
			if (have !== undefined && this.#options.isWhole(page, have)) continue;
			this.#request(page, have);
		}
	}

	#request(page: number, have: P | undefined): void {
		const asked = { generation: this.#generation, wish: this.#wish };
		this.#inFlight.add(page);
		this.#options.load(page, have).then(
			(value) => this.#answer(asked, page, () => this.#keep(page, value)),
			(reason: unknown) =>
				this.#answer(asked, page, () =>
					this.#failed.set(page, reason instanceof Error ? reason : new Error(String(reason))),
				),
		);
	}

	#answer(asked: { generation: number; wish: number }, page: number, take: () => void): void {
		if (asked.generation !== this.#generation) return;
		this.#inFlight.delete(page);
		if (asked.wish === this.#wish) this.#answered.add(page);
		take();
		this.#options.onChange();
		this.#pump();
	}

	#keep(page: number, value: P): void {
		this.#pages.delete(page);
		this.#pages.set(page, value);
		const wanted = new Set(this.#wanted);
		for (const old of this.#pages.keys()) {
			if (this.#pages.size <= this.#options.maxPages) break;
			if (!wanted.has(old) && old !== page) this.#pages.delete(old);
		}
	}
}
