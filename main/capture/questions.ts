import type { CaptureRow, FilterState } from '../../common/contract/capture.ts';
import type { FindState } from '../../common/contract/find.ts';
import type { TimelineQuery, TimelineState } from '../../common/contract/timeline.ts';
import { FilterRuns } from './filter-runs.ts';
import { FindRuns } from './find-runs.ts';
import type { FindRequest } from './reader/find-scan.ts';
import { ReaderClient } from './reader-client.ts';
import type { ReaderThreadData } from './threads.ts';
import { TimelineRuns } from './timeline-runs.ts';
import type { FilterRun, FindRun, RowsAnswer, TimelineRun } from './types.ts';

/** What a reader thread answers about a capture, whether that is being written or was stored before. */
export abstract class Questions {
	protected reader: ReaderClient;
	readonly #filters: FilterRuns;
	readonly #finds: FindRuns;
	readonly #timelines: TimelineRuns;

	constructor(reading: ReaderThreadData) {
		const filters = new FilterRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
			(listener) => this.onProgress(listener),
		);
		const finds = new FindRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
		);
		const timelines = new TimelineRuns(
			(order) => this.reader.order(order),
			() => this.storedNow(),
			(listener) => this.onProgress(listener),
		);
		this.#filters = filters;
		this.#finds = finds;
		this.#timelines = timelines;
		this.reader = this.#read(reading);
	}

	/**
	 * Reads another capture from here on; `tell` is called before anybody hears what is found in it. Gives the reader of
	 * the one so far, which is to be retired.
	 */
	protected readOther(reading: ReaderThreadData, tell: () => void): ReaderClient {
		const before = this.reader;
		this.reader = this.#read(reading);
		tell();
		this.#filters.restart();
		this.#timelines.restart();
		this.#finds.fail({ code: 'closed', message: 'The capture that was searched has been closed.', details: {} });
		return before;
	}

	#read(reading: ReaderThreadData): ReaderClient {
		return new ReaderClient(reading, {
			tellFilter: (filter, state) => this.#filters.take(filter, state),
			tellFind: (id, state) => this.#finds.take(id, state),
			tellTimeline: (id, state) => this.#timelines.take(id, state),
			onEnd: (error) => {
				this.#filters.fail(error.toInfo());
				this.#finds.fail(error.toInfo());
				this.#timelines.fail(error.toInfo());
			},
		});
	}

	/** Events that can be read now. */
	protected abstract storedNow(): number;

	abstract onProgress(listener: () => void): () => void;

	async rows(from: number, count: number): Promise<CaptureRow[]> {
		return (await this.reader.rows(from, count, this.storedNow())).rows;
	}

	bytes(n: number, offset: number, length: number): Promise<{ bytes: Uint8Array; total: number }> {
		return this.reader.bytes(n, offset, length, this.storedNow());
	}

	filter(filter: string, listener: (state: FilterState) => void): FilterRun {
		return this.#filters.start(filter, listener);
	}

	holdFilter(filter: string, held: boolean): void {
		this.#filters.hold(filter, held);
	}

	matches(filter: string, from: number, count: number): Promise<RowsAnswer> {
		return this.reader.matches(filter, from, count);
	}

	async matchAt(filter: string, n: number): Promise<number> {
		return (await this.reader.matchAt(filter, n)).index;
	}

	find(request: FindRequest, listener: (state: FindState) => void): FindRun {
		return this.#finds.start(request, listener);
	}

	timeline(query: TimelineQuery, listener: (state: TimelineState) => void): TimelineRun {
		return this.#timelines.start(query, listener);
	}

	async atTime(time: bigint): Promise<number> {
		return (await this.reader.atTime(time, this.storedNow())).n;
	}
}
