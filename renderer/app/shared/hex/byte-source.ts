import { PagedSource } from '../../../virtual/paged-source.ts';

/** Bytes of one query. */
export const PAGE_BYTES = 64 * 1024;
/** 4 MiB: the pages around the current position. */
const MAX_PAGES = 64;

export type ByteQuery = (offset: number, length: number) => Promise<Uint8Array>;

/** The payload of one event. */
export class ByteSource extends PagedSource<Uint8Array> {
	readonly total: number;
	readonly #query: ByteQuery;

	constructor(total: number, query: ByteQuery) {
		super({
			pageItems: PAGE_BYTES,
			maxPages: MAX_PAGES,
			load: (page) => query(page * PAGE_BYTES, Math.min(PAGE_BYTES, total - page * PAGE_BYTES)),
			lengthOf: (bytes) => bytes.length,
		});
		this.total = total;
		this.#query = query;
	}

	/** Bytes [from, end), cut at the end of the payload; undefined while some of them are not loaded. */
	bytes(from: number, end: number): Uint8Array | undefined {
		const stop = Math.min(end, this.total);
		if (stop <= from) return new Uint8Array(0);
		const first = Math.floor(from / PAGE_BYTES);
		const last = Math.floor((stop - 1) / PAGE_BYTES);
		const one = this.page(first);
		if (one === undefined) return undefined;
		if (first === last) return one.subarray(from - first * PAGE_BYTES, stop - first * PAGE_BYTES);
		const joined = new Uint8Array(stop - from);
		for (let page = first; page <= last; page++) {
			const held = this.page(page);
			if (held === undefined) return undefined;
			const start = page * PAGE_BYTES;
			const part = held.subarray(Math.max(0, from - start), Math.min(PAGE_BYTES, stop - start));
			joined.set(part, Math.max(from, start) - from);
		}
		return joined;
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
