import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { FindCount } from '../../../common/contract/calls/find.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { MatchCount } from './places/match-count.ts';
import type { Search } from './places/search.ts';
import { type Scan, Scans } from './scans.ts';
import type { ReadSource } from './source.ts';

/** Maximum wait of queries for a count, in ms. */
const SLICE_MS = 6;

class Count implements Scan<FindCount> {
	readonly #source: ReadSource;
	readonly #request: Search;
	#count: MatchCount;
	#error: ErrorInfo | undefined;

	/** Throws FilterError. */
	constructor(source: ReadSource, request: Search) {
		this.#source = source;
		this.#request = request;
		this.#count = this.#newCount();
	}

	get waits(): boolean {
		return this.#error === undefined && this.#count.waits(this.#source.stored);
	}

	step(): void {
		this.#count.step(this.#source.stored, SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): FindCount {
		const state = this.#count.state(this.#source.stored);
		return this.#error ? { ...state, error: this.#error } : state;
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
		const { folder, marks } = this.#source;
		return new MatchCount(folder, this.#request, marks);
	}
}

/** The counted searches. */
export class Counts {
	readonly #source: ReadSource;
	readonly #scans = new Scans<FindCount, Count>();

	constructor(source: ReadSource) {
		this.#source = source;
	}

	/** Throws FilterError. */
	follow({ find, within }: Search, emit: (state: FindCount) => void): TopicRun<FindCount> {
		return this.#scans.follow(keyOf({ find, within }), () => new Count(this.#source, { find, within }), emit);
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
	numberOf(request: Search, n: number, index: number): number | undefined {
		const count = this.#scans.get(keyOf(request));
		if (!count)
			throw new WirebenchError('wrong-state', 'This search is not counted: subscribe to captureFindCount first.');
		return count.numberOf(n, index);
	}
}

function keyOf({ find, within }: Search): string {
	return JSON.stringify([find, within ?? null]);
}
