import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FilterState } from '../../../common/contract/calls/capture.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Matches } from '../segments/matches.ts';
import { FilterScan } from './filter-scan.ts';
import { type Scan, Scans } from './scans.ts';
import type { ReadSource } from './source.ts';

/** Maximum wait of queries for a scan, in ms. */
const SLICE_MS = 6;

/** An applied filter. */
class Filter implements Scan<FilterState> {
	readonly #source: ReadSource;
	readonly #filter: string;
	#scan: FilterScan;
	/** Grows when the scan restarts. */
	#round = 0;
	#error: ErrorInfo | undefined;
	/** A person has stopped it. */
	held = false;

	/** Throws FilterError. */
	constructor(source: ReadSource, filter: string) {
		this.#source = source;
		this.#filter = filter;
		this.#scan = new FilterScan(source.folder, filter, source.marks);
	}

	get matches(): Matches {
		return this.#scan.matches;
	}

	get waits(): boolean {
		const { scanned, matches } = this.#scan;
		return !this.held && scanned < this.#source.stored && !matches.full && this.#error === undefined;
	}

	step(): void {
		this.#scan.step(this.#source.stored, SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	letGo(first: number): void {
		this.#scan.letGo(first);
	}

	/** Restarts where the filter tests marks or notes; returns false where it does not. */
	marksChanged(): boolean {
		if (!this.#scan.asksForMarks) return false;
		this.restart();
		return true;
	}

	restart(): void {
		this.#scan = new FilterScan(this.#source.folder, this.#filter, this.#source.marks);
		this.#round++;
	}

	get state(): FilterState {
		const { scanned, matches } = this.#scan;
		return {
			matched: matches.count,
			gone: matches.gone,
			scanned,
			stored: this.#source.stored,
			limited: matches.full,
			stopped: this.held,
			round: this.#round,
			...(this.#error && { error: this.#error }),
		};
	}
}

/** The applied filters. */
export class Filters {
	readonly #source: ReadSource;
	readonly #scans = new Scans<FilterState, Filter>();

	constructor(source: ReadSource) {
		this.#source = source;
	}

	/** Throws FilterError. */
	follow(filter: string, emit: (state: FilterState) => void): TopicRun<FilterState> {
		return this.#scans.follow(filter, () => new Filter(this.#source, filter), emit);
	}

	/** More events are stored. */
	grown(): void {
		this.#scans.wake();
	}

	/** Events before `first` are not in the files any more: they match no more. */
	letGo(first: number): void {
		for (const filter of this.#scans.all()) filter.letGo(first);
		this.#scans.emit();
	}

	/** Marks or notes have changed. */
	marksChanged(): void {
		for (const filter of this.#scans.all()) if (filter.marksChanged()) this.#scans.emit(filter);
	}

	/** Text is read in other charsets. */
	charsetsChanged(): void {
		for (const filter of this.#scans.all()) {
			filter.restart();
			this.#scans.emit(filter);
		}
	}

	/** Stops a scan where it is, or resumes it. Throws a WirebenchError `wrong-state` for a filter that is not applied. */
	hold(filter: string, held: boolean): void {
		const known = this.#find(filter);
		known.held = held;
		this.#scans.emit(known);
	}

	/** Positions of a filter's matches so far. Throws a WirebenchError `wrong-state` for one that is not applied. */
	matches(filter: string): Matches {
		return this.#find(filter).matches;
	}

	#find(filter: string): Filter {
		const known = this.#scans.get(filter);
		if (known) return known;
		throw new WirebenchError('wrong-state', 'This filter is not on: subscribe to captureFilter first.');
	}
}
