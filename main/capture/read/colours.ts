import type { Marks } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { FilterError } from '../../../common/filter/index.ts';
import { readFilter } from '../../../common/filter/run.ts';
import { EventScan } from '../segments/event-scan.ts';
import type { CaptureFolder } from '../segments/folder.ts';

/** Which of several filters finds an event first. The filters of the last query are kept compiled. */
export class Colours {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	#key = '';
	#scans: readonly EventScan[] = [];

	constructor(folder: CaptureFolder, marks: Marks) {
		this.#folder = folder;
		this.#marks = marks;
	}

	/** The rows with the index of the first filter that finds each. Throws `bad-input` for an invalid filter. */
	put(filters: readonly string[], rows: readonly CaptureRow[]): CaptureRow[] {
		this.#compile(filters);
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
			const colour = found.get(row.n);
			return colour === undefined ? row : { ...row, colour };
		});
	}

	/** Text is read in other charsets. */
	charsetsChanged(): void {
		this.#key = '';
	}

	#compile(filters: readonly string[]): void {
		const key = JSON.stringify(filters);
		if (key === this.#key) return;
		this.#scans = filters.map((filter, at) => new EventScan(this.#folder, parsed(filter, at), this.#marks));
		this.#key = key;
	}
}

function parsed(filter: string, at: number) {
	try {
		return readFilter(filter);
	} catch (error) {
		throw error instanceof FilterError ? error.toWirebenchError(`colours[${at}]`) : error;
	}
}

/** Stretches of adjacent events, so that each filter goes through them once. */
function runsOf(rows: readonly CaptureRow[]): { first: number; end: number }[] {
	const runs: { first: number; end: number }[] = [];
	for (const { n } of rows) {
		const last = runs.at(-1);
		if (last?.end === n) last.end++;
		else runs.push({ first: n, end: n + 1 });
	}
	return runs;
}
