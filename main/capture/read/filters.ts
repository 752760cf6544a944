import type { Marks } from '../../../common/capture/marks.ts';
import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FilterState } from '../../../common/contract/calls/capture.ts';
import { FilterError } from '../../../common/filter/index.ts';
import { asInfo } from '../segments/errors.ts';
import type { CaptureFolder } from '../segments/folder.ts';
import { FilterScan } from './filter-scan.ts';
import type { Matches } from './matches.ts';

/** What the main thread says of filters; nothing of it is answered. `stored`: as in a query. */
export type FilterOrder =
	| { readonly type: 'filter'; readonly filter: string; readonly stored: number }
	| { readonly type: 'drop'; readonly filter: string }
	/** Its scan stands where it is, or goes on. */
	| { readonly type: 'hold'; readonly filter: string; readonly held: boolean }
	| { readonly type: 'grow'; readonly stored: number };

/** Also about the files themselves: events before position `first` are in none any more. */
export type ReaderOrder = FilterOrder | { readonly type: 'let-go'; readonly first: number };

/** Queries wait no longer than this for a scan, in ms. */
const SLICE_MS = 6;
/** About thirty times a second. */
const TELL_MS = 33;

interface Running {
	scan: FilterScan;
	/** Grows when the scan begins anew. */
	round: number;
	told: number;
	/** A person has stopped it. */
	held: boolean;
	/** Set when reading failed: the scan stands. */
	error: ErrorInfo | undefined;
}

export type TellFilter = (filter: string, state: FilterState) => void;

/** The filters that are on: each is scanned in slices between which the thread answers queries. */
export class Filters {
	readonly #folder: CaptureFolder;
	readonly #marks: Marks;
	readonly #tell: TellFilter;
	readonly #running = new Map<string, Running>();
	#stored = 0;
	#scheduled = false;

	constructor(folder: CaptureFolder, marks: Marks, tell: TellFilter) {
		this.#marks = marks;
		this.#folder = folder;
		this.#tell = tell;
	}

	take(order: FilterOrder): void {
		if (order.type === 'drop') {
			this.#running.delete(order.filter);
			return;
		}
		if (order.type === 'hold') {
			this.#hold(order.filter, order.held);
			return;
		}
		this.#stored = Math.max(this.#stored, order.stored);
		if (order.type === 'filter') this.#start(order.filter);
		this.#schedule();
	}

	/** Events before `first` are in no file any more: they match no more. */
	letGo(first: number): void {
		for (const [filter, running] of this.#running) {
			running.scan.letGo(first);
			this.#report(filter, running);
		}
		this.#schedule();
	}

	/** Positions that a filter has found so far. Throws a WirebenchError `wrong-state` for one that is not on. */
	matches(filter: string): Matches {
		const running = this.#running.get(filter);
		if (!running) throw new WirebenchError('wrong-state', 'This filter is not on: subscribe to captureFilter first.');
		return running.scan.matches;
	}

	#hold(filter: string, held: boolean): void {
		const running = this.#running.get(filter);
		if (!running) return;
		running.held = held;
		this.#report(filter, running);
		this.#schedule();
	}

	/** Marks or notes are others now: scans that ask for them begin anew. */
	marksChanged(): void {
		for (const [filter, running] of this.#running) {
			if (!running.scan.asksForMarks) continue;
			running.scan = new FilterScan(this.#folder, filter, this.#marks);
			running.round++;
			this.#report(filter, running);
			this.#schedule();
		}
	}

	#start(filter: string): void {
		try {
			const running = {
				scan: new FilterScan(this.#folder, filter, this.#marks),
				round: 0,
				told: 0,
				held: false,
				error: undefined,
			};
			this.#running.set(filter, running);
			// Also where there is nothing to look at yet: that all of it has been.
			this.#report(filter, running);
		} catch (error) {
			// The main thread has read the filter before; it is told all the same, should the two ever differ.
			if (!(error instanceof FilterError)) throw error;
			const state = { matched: 0, gone: 0, scanned: 0, stored: this.#stored, limited: false, stopped: false, round: 0 };
			this.#tell(filter, { ...state, error: error.toWirebenchError().toInfo() });
		}
	}

	/** Slices are put behind what waits in the thread's queue, so that a query never waits for a whole scan. */
	#schedule(): void {
		if (this.#scheduled) return;
		this.#scheduled = true;
		setImmediate(() => {
			this.#scheduled = false;
			for (const [filter, running] of this.#running) {
				if (this.#waits(running)) this.#slice(filter, running);
			}
			if ([...this.#running.values()].some((running) => this.#waits(running))) this.#schedule();
		});
	}

	#waits({ scan, held, error }: Running): boolean {
		return !held && scan.scanned < this.#stored && !scan.matches.full && error === undefined;
	}

	#slice(filter: string, running: Running): void {
		try {
			running.scan.step(this.#stored, SLICE_MS);
		} catch (error) {
			running.error = asInfo(error);
		}
		if (!this.#waits(running) || performance.now() - running.told >= TELL_MS) this.#report(filter, running);
	}

	#report(filter: string, running: Running): void {
		running.told = performance.now();
		const { scan, round, held, error } = running;
		const { count, gone, full } = scan.matches;
		const state = {
			matched: count,
			gone,
			scanned: scan.scanned,
			stored: this.#stored,
			limited: full,
			stopped: held,
			round,
		};
		this.#tell(filter, error ? { ...state, error } : state);
	}
}
