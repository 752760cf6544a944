import type { ErrorInfo } from '../../../common/contract/base/errors.ts';
import type { FindState } from '../../../common/contract/calls/find.ts';
import type { ListedMessages } from '../../../common/contract/config/listed-messages.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import { type FindRequest, FindScan } from './find-scan.ts';
import type { ReadSource } from './items/source.ts';
import type { Lists, UsedList } from './lists.ts';
import { type Scan, Scans, SLICE_MS } from './scanning/scans.ts';

class Search implements Scan<FindState> {
	readonly #list: UsedList;
	readonly #request: FindRequest;
	/** Events that were stored when it started: it waits until the list has them. */
	readonly #stored: number;
	#scan: FindScan | undefined;
	#error: ErrorInfo | undefined;

	constructor({ stored }: ReadSource, list: UsedList, request: FindRequest) {
		this.#list = list;
		this.#request = request;
		this.#stored = stored;
		this.#start();
	}

	get waits(): boolean {
		return this.#scan?.done !== true && this.#error === undefined;
	}

	step(): void {
		if (this.#scan !== undefined) {
			this.#scan.step(SLICE_MS);
			return;
		}
		this.#list.grow(performance.now() + SLICE_MS);
		this.#start();
	}

	fail(error: ErrorInfo): void {
		this.#error = error;
	}

	get state(): FindState {
		const state = this.#scan?.state ?? { looked: 0, total: this.#list.items.count, wrapped: false, done: false };
		return this.#error ? { ...state, done: true, error: this.#error } : state;
	}

	#start(): void {
		const { items } = this.#list;
		if (items.covered >= this.#stored) this.#scan = new FindScan(items, this.#request, items.count);
	}
}

/** The running searches, each separate. */
export class Finds {
	readonly #source: ReadSource;
	readonly #lists: Lists;
	readonly #scans = new Scans<FindState, Search>();
	#last = 0;

	constructor(source: ReadSource, lists: Lists) {
		this.#source = source;
		this.#lists = lists;
	}

	/** Throws FilterError. */
	follow(
		{ messages, ...request }: FindRequest & { readonly messages?: ListedMessages | undefined },
		emit: (state: FindState) => void,
	): TopicRun<FindState> {
		return this.#lists.using(messages, (list) =>
			this.#scans.follow(String(++this.#last), () => new Search(this.#source, list, request), emit),
		);
	}
}
