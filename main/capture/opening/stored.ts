import { randomUUID } from 'node:crypto';
import type { FilterState } from '../../../common/contract/capture.ts';
import type { ErrorInfo } from '../../../common/contract/errors.ts';
import { FilterRuns } from '../filter-runs.ts';
import { ReaderClient } from '../reader-client.ts';
import type { ReaderThreadData } from '../threads.ts';
import type { CaptureCounters, CaptureReading, FilterRun, RowsAnswer } from '../types.ts';

/** What a capture that is only read consists of. */
export interface StoredParts {
	/** The folder or file that was opened. */
	readonly source: string;
	readonly reading: ReaderThreadData;
	/** Events and bytes on disk there are now. */
	stored(): number;
	size(): number;
	onProgress(listener: () => void): () => void;
	/** After the threads have ended: files that are of no more use go. */
	close(): Promise<void>;
}

/** A capture that was written before, or is being written by another process: all of it can be asked, nothing changes it. */
export class StoredCapture implements CaptureReading {
	readonly id = randomUUID();
	readonly folder: string;
	readonly #parts: StoredParts;
	readonly #reader: ReaderClient;
	readonly #filters: FilterRuns;
	#closing: Promise<void> | undefined;

	constructor(parts: StoredParts) {
		this.folder = parts.source;
		this.#parts = parts;
		const filters = new FilterRuns(
			(order) => this.#reader.order(order),
			() => parts.stored(),
			(listener) => parts.onProgress(listener),
		);
		this.#filters = filters;
		this.#reader = new ReaderClient(
			parts.reading,
			(filter, state) => filters.take(filter, state),
			(error) => filters.fail(error.toInfo()),
		);
	}

	counters(): CaptureCounters {
		const stored = this.#parts.stored();
		return { received: stored, stored, dropped: 0, size: this.#parts.size(), bytesIn: 0, bytesOut: 0 };
	}

	error(): ErrorInfo | undefined {
		return undefined;
	}

	async rows(from: number, count: number) {
		return (await this.#reader.rows(from, count, this.#parts.stored())).rows;
	}

	filter(filter: string, listener: (state: FilterState) => void): FilterRun {
		return this.#filters.start(filter, listener);
	}

	matches(filter: string, from: number, count: number): Promise<RowsAnswer> {
		return this.#reader.matches(filter, from, count);
	}

	async matchAt(filter: string, n: number): Promise<number> {
		return (await this.#reader.matchAt(filter, n)).index;
	}

	bytes(n: number, offset: number, length: number): Promise<{ bytes: Uint8Array; total: number }> {
		return this.#reader.bytes(n, offset, length, this.#parts.stored());
	}

	onProgress(listener: () => void): () => void {
		return this.#parts.onProgress(listener);
	}

	close(): Promise<void> {
		this.#closing ??= this.#reader.close().then(() => this.#parts.close());
		return this.#closing;
	}
}
