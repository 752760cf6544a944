import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { FindState } from '../../../common/contract/calls/find.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { type FindRequest, FindScan } from './find-scan.ts';
import { type Scan, Scans } from './scans.ts';
import type { ReadSource } from './source.ts';

/** Maximum wait of queries for a search, in ms. */
const SLICE_MS = 6;

class Search implements Scan<FindState> {
	readonly #scan: FindScan;
	#error: ErrorInfo | undefined;

	constructor({ folder, marks, stored }: ReadSource, request: FindRequest) {
		this.#scan = new FindScan(folder, request, marks, stored);
	}

	get waits(): boolean {
		return !this.#scan.done && this.#error === undefined;
	}

	step(): void {
		this.#scan.step(SLICE_MS);
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): FindState {
		const { state } = this.#scan;
		return this.#error ? { ...state, done: true, error: this.#error } : state;
	}
}

/** The running searches, each separate. */
export class Finds {
	readonly #source: ReadSource;
	readonly #scans = new Scans<FindState, Search>();
	#last = 0;

	constructor(source: ReadSource) {
		this.#source = source;
	}

	/** Throws FilterError. */
	follow(request: FindRequest, emit: (state: FindState) => void): TopicRun<FindState> {
		return this.#scans.follow(String(++this.#last), () => new Search(this.#source, request), emit);
	}
}
