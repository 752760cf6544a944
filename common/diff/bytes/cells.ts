import { lowerBound } from '../../search/lower-bound.ts';
import type { Run, RunKind } from './bytes.ts';

/** A part of a row: `width` cells, in which a side has its bytes [from, end) and then nothing. */
export interface CellSlice {
	readonly kind: RunKind;
	/** The run that it is of, by its index. */
	readonly run: number;
	readonly width: number;
	readonly a: { readonly from: number; readonly end: number };
	readonly b: { readonly from: number; readonly end: number };
}

/**
 * Two aligned byte strings as cells side by side: equal bytes are in the same cell, and where one side has more bytes than the
 * other, the other has empty cells.
 */
export class Cells {
	readonly runs: readonly Run[];
	/** Number of cells before each run, and of all. */
	readonly #starts: Float64Array;

	constructor(runs: readonly Run[]) {
		this.runs = runs;
		this.#starts = new Float64Array(runs.length + 1);
		for (const [i, { a, aEnd, b, bEnd }] of runs.entries()) {
			this.#starts[i + 1] = (this.#starts[i] ?? 0) + Math.max(aEnd - a, bEnd - b);
		}
	}

	get total(): number {
		return this.#starts[this.runs.length] ?? 0;
	}

	/** The first cell of a run. */
	startOf(run: number): number {
		return this.#starts[run] ?? this.total;
	}

	/** Index of the run that has a cell. */
	runAt(cell: number): number {
		return lowerBound(0, this.runs.length, (run) => this.startOf(run + 1) <= cell);
	}

	/** The cells [from, end), by runs. */
	slices(from: number, end: number): CellSlice[] {
		const result: CellSlice[] = [];
		const stop = Math.min(end, this.total);
		for (let i = this.runAt(from), at = from; at < stop; i++) {
			const run = this.runs[i];
			if (run === undefined) break;
			const start = this.startOf(i);
			const next = Math.min(stop, this.startOf(i + 1));
			if (next === at) continue;
			const part = (first: number, last: number) => ({
				from: Math.min(last, first + at - start),
				end: Math.min(last, first + next - start),
			});
			result.push({ kind: run.kind, run: i, width: next - at, a: part(run.a, run.aEnd), b: part(run.b, run.bEnd) });
			at = next;
		}
		return result;
	}
}
