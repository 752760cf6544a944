import { PageLoader } from '../../virtual/page-loader.ts';

/** Bytes of one query. */
export const PAGE_BYTES = 64 * 1024;
/** 4 MiB: the pages around the current position. */
const MAX_PAGES = 64;
const MAX_IN_FLIGHT = 2;

export type ByteQuery = (offset: number, length: number) => Promise<Uint8Array>;

/** The payload of one event; only the visible part is loaded. */
export class ByteSource {
	readonly total: number;
	readonly #query: ByteQuery;
	readonly #pages: PageLoader<Uint8Array>;
	readonly #listeners = new Set<() => void>();
	#version = 0;

	constructor(total: number, query: ByteQuery) {
		this.total = total;
		this.#query = query;
		this.#pages = new PageLoader({
			load: (page) => query(page * PAGE_BYTES, Math.min(PAGE_BYTES, total - page * PAGE_BYTES)),
			isWhole: () => true,
			maxPages: MAX_PAGES,
			maxInFlight: MAX_IN_FLIGHT,
			onChange: () => {
				this.#version++;
				for (const listener of this.#listeners) listener();
			},
		});
	}

	/** Grows with each answer, for useSyncExternalStore. */
	readonly version = (): number => this.#version;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	/** Sets the visible bytes [from, end). */
	want(from: number, end: number): void {
		const first = Math.floor(Math.max(0, from) / PAGE_BYTES);
		const last = Math.floor((Math.min(end, this.total) - 1) / PAGE_BYTES);
		this.#pages.want(Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i));
	}

	/** Bytes [from, end), cut at the end of the payload; undefined while some of them are not loaded. */
	bytes(from: number, end: number): Uint8Array | undefined {
		const stop = Math.min(end, this.total);
		if (stop <= from) return new Uint8Array(0);
		const first = Math.floor(from / PAGE_BYTES);
		const last = Math.floor((stop - 1) / PAGE_BYTES);
		const one = this.#pages.get(first);
		if (one === undefined) return undefined;
		if (first === last) return one.subarray(from - first * PAGE_BYTES, stop - first * PAGE_BYTES);
		const joined = new Uint8Array(stop - from);
		for (let page = first; page <= last; page++) {
			const held = this.#pages.get(page);
			if (held === undefined) return undefined;
			const start = page * PAGE_BYTES;
			const part = held.subarray(Math.max(0, from - start), Math.min(PAGE_BYTES, stop - start));
			joined.set(part, Math.max(from, start) - from);
		}
		return joined;
	}

	failure(): Error | undefined {
		return this.#pages.failure();
	}

	retry(): void {
		this.#pages.retry();
	}

	/** Fetches all bytes [from, end), beyond the cache, for a copy. Rejects when one of the queries does. */
	async read(from: number, end: number): Promise<Uint8Array> {
		const joined = new Uint8Array(Math.max(0, Math.min(end, this.total) - from));
		for (let at = 0; at < joined.length; at += PAGE_BYTES) {
			joined.set(await this.#query(from + at, Math.min(PAGE_BYTES, joined.length - at)), at);
		}
		return joined;
	}
}
