export interface PageLoaderOptions<P> {
	/** Fetches a page; `have` is what is there of it already, where the end of the data has grown. */
	load(page: number, have: P | undefined): Promise<P>;
	/** True while what is there of a page is all that there is to have. */
	isWhole(page: number, value: P): boolean;
	/** Pages kept at most; the ones not looked at for longest go first. */
	readonly maxPages: number;
	/** Requests under way at most. */
	readonly maxInFlight: number;
	/** Called after each answer, good or bad. */
	onChange(): void;
}

/**
 * Pages of something that lives on the host. The view says which pages it wants now; what it wanted before and was
 * not asked for yet is forgotten, so that a fast scroll leaves no queue behind.
 */
export class PageLoader<P> {
	readonly #options: PageLoaderOptions<P>;
	/** In order of last use. */
	readonly #pages = new Map<number, P>();
	readonly #inFlight = new Set<number>();
	readonly #failed = new Map<number, Error>();
	/** Answered since the last `want`: an answer that is still not whole is asked again when something has changed. */
	readonly #answered = new Set<number>();
	#wanted: readonly number[] = [];
	/** Grows with each `want`: an answer to what was asked before the last one may be of less than there is now. */
	#wish = 0;
	#generation = 0;

	constructor(options: PageLoaderOptions<P>) {
		this.#options = options;
	}

	get(page: number): P | undefined {
		return this.#pages.get(page);
	}

	/** Why a page that is wanted could not be had. */
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

	/** Replaces what is wanted; the first of the list is fetched first. */
	want(pages: readonly number[]): void {
		this.#wanted = pages;
		this.#wish++;
		this.#answered.clear();
		for (const page of pages) this.#touch(page);
		this.#pump();
	}

	/** Asks again for what failed. */
	retry(): void {
		this.#failed.clear();
		this.#answered.clear();
		this.#pump();
	}

	/** Forgets everything; answers still under way are thrown away when they come. */
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
