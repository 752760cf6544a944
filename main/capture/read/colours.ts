import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { FilterError, type KnownProtocols } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import type { ItemScan, Searched } from './items/items.ts';

/** Which of several filters finds an item first. The filters of the last query are kept compiled. */
export class Colours {
	#items: Searched | undefined;
	#key = '';
	#scans: readonly ItemScan[] = [];

	/** Rows of a list with the index of the first filter that finds each. Throws `bad-input` for an invalid filter. */
	put(items: Searched, filters: readonly string[], rows: readonly CaptureRow[]): CaptureRow[] {
		this.#compile(items, filters);
		const found = new Map<number, number>();
		for (const { first, end } of runsOf(rows)) {
			this.#scans.forEach((scan, colour) => {
				scan.run(first, end, Number.POSITIVE_INFINITY, (n) => {
					if (!found.has(n)) found.set(n, colour);
					return false;
				});
			});
		}
		return rows.map((row) => {
			const colour = found.get(row.item ?? row.n);
			return colour === undefined ? row : { ...row, colour };
		});
	}

	/** Text is read in other charsets. */
	charsetsChanged(): void {
		this.#key = '';
	}

	#compile(items: Searched, filters: readonly string[]): void {
		const key = JSON.stringify(filters);
		if (key === this.#key && items === this.#items) return;
		this.#scans = filters.map((filter, at) => items.scan(parsed(filter, at, items.known)));
		this.#key = key;
		this.#items = items;
	}
}

function parsed(filter: string, at: number, known: KnownProtocols) {
	try {
		return readFilter(filter, known);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError(`colours[${at}]`) : error;
	}
}

/** Stretches of adjacent items, so that each filter goes through them once. */
function runsOf(rows: readonly CaptureRow[]): { first: number; end: number }[] {
	const runs: { first: number; end: number }[] = [];
	for (const { n: event, item: n = event } of rows) {
		const last = runs.at(-1);
		if (last?.end === n) last.end++;
		else runs.push({ first: n, end: n + 1 });
	}
	return runs;
}
