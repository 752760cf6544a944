import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndexHeader, INDEX_HEADER_BYTES, INDEX_ROW_BYTES } from '../index-file.ts';
import { describeSegment, indexName, segmentName } from '../names.ts';
import { buildSection } from '../pcapng/build.ts';
import { Batch } from './batch.ts';

const APPLICATION = 'Wirebench';
/** A batch is written from this size on; what is above is room for one more packet with its comment. */
const BATCH_BYTES = 1 << 20;
const LARGEST_STEP = 256 << 10;
/** No event takes less than 64 bytes of segment, and a row takes 32. */
const ROW_BATCH_BYTES = (BATCH_BYTES + LARGEST_STEP) / 2;

/** A file that is appended to from memory; a failed write can be tried again and goes on where it stopped. */
class Appender {
	readonly #descriptor: number;
	/** Bytes in the file. */
	written = 0;
	#done = 0;

	constructor(path: string) {
		this.#descriptor = openSync(path, 'wx', 0o600);
	}

	/** Writes the batch and clears it. Throws Node's errors; what was not written stays in the batch. */
	commit(batch: Batch): void {
		while (this.#done < batch.length) {
			const count = writeSync(this.#descriptor, batch.bytes, this.#done, batch.length - this.#done, this.written);
			this.#done += count;
			this.written += count;
		}
		this.#done = 0;
		batch.clear();
	}

	sync(): void {
		fdatasyncSync(this.#descriptor);
	}

	close(): void {
		closeSync(this.#descriptor);
	}
}

/**
 * The segment and index files of one capture. Blocks and rows are built in `batch` and `rows`; `commit` writes the
 * segment, then the index, so that a row never speaks of bytes that are not there. All methods that touch the disk
 * throw Node's errors and may be called again.
 */
export class SegmentStore {
	readonly batch = new Batch(BATCH_BYTES + LARGEST_STEP);
	readonly rows = new Batch(ROW_BATCH_BYTES);
	readonly #folder: string;
	readonly #segmentBytes: number;
	#number = 0;
	#segment: Appender | undefined;
	#index: Appender | undefined;
	#closedBytes = 0;
	/** Position in the capture of the current segment's first event. */
	#first = 0;
	/** Events whose row is in an index. */
	stored = 0;

	constructor(folder: string, segmentBytes: number) {
		this.#folder = folder;
		this.#segmentBytes = segmentBytes;
	}

	/** Number of the current segment, from 1. */
	get number(): number {
		return this.#number;
	}

	/** Where the next block will be in the current segment. */
	get position(): number {
		return (this.#segment?.written ?? 0) + this.batch.length;
	}

	/** Bytes on disk, of all segments and indexes. */
	get size(): number {
		return this.#closedBytes + (this.#segment?.written ?? 0) + (this.#index?.written ?? 0);
	}

	get batchFull(): boolean {
		return this.batch.length >= BATCH_BYTES || this.rows.room < 64;
	}

	get segmentFull(): boolean {
		return this.position >= this.#segmentBytes;
	}

	/** Begins the next segment. Both batches must be empty. */
	openNext(): void {
		const number = this.#number + 1;
		const path = join(this.#folder, segmentName(number));
		const segment = new Appender(path);
		try {
			this.#index = new Appender(join(this.#folder, indexName(number)));
		} catch (error) {
			segment.close();
			unlinkSync(path);
			throw error;
		}
		this.#segment = segment;
		this.#number = number;
		this.#first = this.stored;
		this.batch.append(buildSection(APPLICATION, describeSegment(number, this.stored)));
		this.rows.append(buildIndexHeader(this.stored));
	}

	/** Writes what is in the batches. */
	commit(): void {
		if (!this.#segment || !this.#index) return;
		this.#segment.commit(this.batch);
		this.#index.commit(this.rows);
		this.stored = this.#first + (this.#index.written - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES;
	}

	/** Makes sure that what was written to the current files outlives a power cut. Can take long: only at the end. */
	sync(): void {
		this.#segment?.sync();
		this.#index?.sync();
	}

	/**
	 * Closes the current files. Without `sync` between two segments: what the process wrote outlives the process, and
	 * waiting for the disk there would hold the sockets up.
	 */
	closeSegment(): void {
		this.#closedBytes = this.size;
		this.#segment?.close();
		this.#index?.close();
		this.#segment = undefined;
		this.#index = undefined;
	}
}
