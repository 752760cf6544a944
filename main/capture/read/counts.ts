import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FindCount } from '../../../common/contract/calls/find.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { ReadSource } from './items/source.ts';
import { keyOf, type Lists, type UsedList } from './lists.ts';
import { MatchCount } from './places/match-count.ts';
import type { Search } from './places/search.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

/** What to search for, and in what: the events without `messages`. */
export interface Counted extends Search {
	readonly messages?: ListedMessages | undefined;
}

class Count implements Scan<FindCount> {
	readonly #source: ReadSource;
	readonly #list: UsedList;
	readonly #request: Search;
	#count: MatchCount;
	#error: ErrorInfo | undefined;

	/** Throws FilterError. */
	constructor(source: ReadSource, list: UsedList, request: Search) {
		this.#source = source;
		this.#list = list;
		this.#request = request;
		this.#count = this.#newCount();
	}

	get waits(): boolean {
		if (this.#error !== undefined || this.#count.isFull) return false;
		const { count, covered } = this.#list.items;
		return this.#count.waits(count) || covered < this.#source.stored;
	}

	step(): void {
		const { items } = this.#list;
		if (this.#count.waits(items.count)) this.#count.step(items.count, SLICE_MS);
		else this.#list.grow(performance.now() + SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): FindCount {
		const { items } = this.#list;
		const { scanned, ...counted } = this.#count.state;
		return {
			...counted,
			scanned: scanned < items.count ? items.eventOf(scanned) : items.covered,
			stored: this.#source.stored,
			...(this.#error && { error: this.#error }),
		};
	}

	numberOf(n: number, index: number): number | undefined {
		return this.#count.numberOf(n, index);
	}

	/** Restarts where marks or notes are tested. */
	marksChanged(): void {
		if (this.#count.asksForMarks) this.restart();
	}

	restart(): void {
		this.#count = this.#newCount();
	}

	#newCount(): MatchCount {
		return new MatchCount(this.#list.items, this.#request);
	}
}

/** The counted searches. */
export class Counts {
	readonly #source: ReadSource;
	readonly #lists: Lists;
	readonly #scans = new Scans<FindCount, Count>();

	constructor(source: ReadSource, lists: Lists) {
		this.#source = source;
		this.#lists = lists;
	}

	/** Throws FilterError. */
	follow({ messages, find, within }: Counted, emit: (state: FindCount) => void): TopicRun<FindCount> {
		return this.#lists.using(messages, (list) =>
			this.#scans.follow(
				scanKey({ messages, find, within }),
				() => new Count(this.#source, list, { find, within }),
				emit,
			),
		);
	}

	/** More events are stored. */
	grown(): void {
		this.#scans.wake();
	}

	marksChanged(): void {
		for (const count of this.#scans.all()) count.marksChanged();
		this.#scans.wake();
	}

	/** Text is read in other charsets. */
	charsetsChanged(): void {
		for (const count of this.#scans.all()) count.restart();
		this.#scans.wake();
	}

	/** The number of a match. Throws a WirebenchError `wrong-state` for a search that is not being counted. */
	numberOf(request: Counted, n: number, index: number): number | undefined {
		const count = this.#scans.get(scanKey(request));
		if (!count)
			throw new WirebenchError('wrong-state', 'This search is not counted: subscribe to captureFindCount first.');
		return count.numberOf(n, index);
	}
}

function scanKey({ messages, find, within }: Counted): string {
	return JSON.stringify([keyOf(messages), find, within ?? null]);
}
