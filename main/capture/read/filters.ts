import { type ErrorInfo, WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FilterState } from '../../../common/contract/calls/capture.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { Matches } from '../segments/matches.ts';
import { FilterScan } from './filter-scan.ts';
import type { ReadSource } from './items/source.ts';
import { keyOf, type Lists, type UsedList } from './lists.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

/** What is filtered, the events without `messages`, and how. */
export interface Filtered {
	readonly messages?: ListedMessages | undefined;
	readonly filter: string;
}

/** An applied filter. */
class Filter implements Scan<FilterState> {
	readonly #source: ReadSource;
	readonly #list: UsedList;
	readonly #filter: string;
	#scan: FilterScan;
	/** Grows when the scan restarts. */
	#round = 0;
	#error: ErrorInfo | undefined;
	/** A person has stopped it. */
	held = false;

	/** Throws FilterError. */
	constructor(source: ReadSource, list: UsedList, filter: string) {
		this.#source = source;
		this.#list = list;
		this.#filter = filter;
		this.#scan = new FilterScan(list.items, filter);
	}

	get matches(): Matches {
		return this.#scan.matches;
	}

	get waits(): boolean {
		const { scanned, matches } = this.#scan;
		const { count, covered } = this.#list.items;
		if (this.held || matches.full || this.#error !== undefined) return false;
		return scanned < count || covered < this.#source.stored;
	}

	step(): void {
		const { items } = this.#list;
		if (this.#scan.scanned >= items.count) this.#list.grow(performance.now() + SLICE_MS);
		else this.#scan.step(items.count, SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	letGo(first: number): void {
		this.#scan.letGo(this.#list.items.at(first));
	}

	/** Restarts where the filter tests marks or notes; returns false where it does not. */
	marksChanged(): boolean {
		if (!this.#scan.asksForMarks) return false;
		this.restart();
		return true;
	}

	restart(): void {
		this.#scan = new FilterScan(this.#list.items, this.#filter);
		this.#round++;
	}

	get state(): FilterState {
		const { scanned, matches } = this.#scan;
		const { items } = this.#list;
		return {
			matched: matches.count,
			gone: matches.gone,
			scanned: scanned < items.count ? items.eventOf(scanned) : items.covered,
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
	readonly #lists: Lists;
	readonly #scans = new Scans<FilterState, Filter>();

	constructor(source: ReadSource, lists: Lists) {
		this.#source = source;
		this.#lists = lists;
	}

	/** Throws FilterError. */
	follow({ messages, filter }: Filtered, emit: (state: FilterState) => void): TopicRun<FilterState> {
		return this.#lists.using(messages, (list) =>
			this.#scans.follow(scanKey({ messages, filter }), () => new Filter(this.#source, list, filter), emit),
		);
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
	hold(filtered: Filtered, held: boolean): void {
		const known = this.#find(filtered);
		known.held = held;
		this.#scans.emit(known);
	}

	/** Positions of a filter's matches so far. Throws a WirebenchError `wrong-state` for one that is not applied. */
	matches(filtered: Filtered): Matches {
		return this.#find(filtered).matches;
	}

	#find(filtered: Filtered): Filter {
		const known = this.#scans.get(scanKey(filtered));
		if (known) return known;
		throw new WirebenchError('wrong-state', 'This filter is not on: subscribe to captureFilter first.');
	}
}

function scanKey({ messages, filter }: Filtered): string {
	return `${keyOf(messages)} ${filter}`;
}
