import type { StreamLine, StreamMessage } from '../../../../common/contract/calls/stream.ts';
import { PageLoader } from '../../../virtual/page-loader.ts';

/** Lines of one query. */
export const PAGE_LINES = 128;
/** About 12,000 lines. */
const MAX_PAGES = 96;
const MAX_IN_FLIGHT = 2;

export interface LinePage {
	readonly lines: readonly StreamLine[];
	readonly messages: readonly StreamMessage[];
}

export type LineQuery = (from: number, count: number) => Promise<LinePage>;

/** The lines of a layout; only those near the view are loaded. */
export class LineSource {
	readonly #pages: PageLoader<LinePage>;
	readonly #listeners = new Set<() => void>();
	#total = 0;
	#version = 0;

	constructor(query: LineQuery) {
		this.#pages = new PageLoader({
			load: (page) => query(page * PAGE_LINES, PAGE_LINES),
			isWhole: (page, { lines, messages }) =>
				lines.length >= Math.min(PAGE_LINES, this.#total - page * PAGE_LINES) &&
				// An incomplete message may have ended since.
				messages.every(({ end }) => end !== 'waiting'),
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

	line(index: number): StreamLine | undefined {
		return this.#pages.get(Math.floor(index / PAGE_LINES))?.lines[index % PAGE_LINES];
	}

	/** The message of line `index`. */
	message(index: number): StreamMessage | undefined {
		const line = this.line(index);
		if (line?.type !== 'slice') return undefined;
		const page = this.#pages.get(Math.floor(index / PAGE_LINES));
		return page?.messages.find(({ number }) => number === line.message);
	}

	/** Sets the lines [from, end) that the view needs now, of `total`. */
	want(from: number, end: number, total: number): void {
		this.#total = total;
		this.#pages.want(pagesOf(from, Math.min(end, total)));
	}

	/** True when every line of [from, end) is loaded. */
	has(from: number, end: number): boolean {
		return pagesOf(from, end).every((page) => {
			const need = Math.min(PAGE_LINES, end - page * PAGE_LINES);
			return (this.#pages.get(page)?.lines.length ?? 0) >= need;
		});
	}

	failure(): Error | undefined {
		return this.#pages.failure();
	}

	retry(): void {
		this.#pages.retry();
	}
}

/** Pages that hold lines [from, end), in order. */
function pagesOf(from: number, end: number): number[] {
	if (end <= from) return [];
	const first = Math.floor(Math.max(0, from) / PAGE_LINES);
	const last = Math.floor((end - 1) / PAGE_LINES);
	return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
