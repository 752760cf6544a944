import { existsSync, mkdirSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildIndexHeader, INDEX_HEADER_BYTES, INDEX_ROW_BYTES } from '../index-file.ts';
import { describeSegment, indexName, segmentName, segmentNumber } from '../names.ts';
import { buildSection } from '../pcapng/build.ts';
import { APPLICATION } from '../pcapng/format.ts';
import { Appender } from './appender.ts';
import { Batch } from './batch.ts';

/** A batch is written from this size on; what is above is room for one more packet with its comment. */
const BATCH_BYTES = 1 << 20;
const LARGEST_STEP = 256 << 10;
/** No event takes less than 64 bytes of segment, and a row takes 32. */
const ROW_BATCH_BYTES = (BATCH_BYTES + LARGEST_STEP) / 2;

interface SegmentFiles {
	readonly number: number;
	readonly segment: Appender;
	readonly index: Appender;
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
		return (this.#segment?.before ?? 0) + this.batch.length;
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
		this.#use(this.#make(this.#number + 1, () => undefined));
		this.batch.append(buildSection(APPLICATION, describeSegment(this.#number, this.stored)));
		this.rows.append(buildIndexHeader(this.stored));
	}

	/** Where the open files are: where they were made, or their folder moved away, or they are not to be had any more. */
	whereabouts(): 'here' | 'moved' | 'gone' {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index || (segment.inPlace && index.inPlace)) return 'here';
		return segment.deleted || existsSync(this.#folder) ? 'gone' : 'moved';
	}

	/** Where the first event begins whose row is not known to be in the index; undefined when there is none. */
	get waitingFrom(): number | undefined {
		const at = this.#rowsFrom;
		return at < this.rows.word ? this.rows.words[at + 2] : undefined;
	}

	/**
	 * Goes on in a new segment, in a folder made anew if need be, with all blocks from `start` of the current one: they
	 * are still in memory, or can be read from the file that has lost its name. `interfaces`: the descriptions that
	 * they need and that lie before them. Gives where those begin in the new segment. `moveRows` then corrects the rows.
	 */
	moveOn(start: number, interfaces: readonly Uint8Array[]): number {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index) throw new TypeError('There is no segment to go on from.');
		mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
		let number = this.#number + 1;
		while (existsSync(join(this.#folder, segmentName(number)))) number++;
		const section = buildSection(APPLICATION, describeSegment(number, this.stored));
		const fresh = this.#make(number, (newSegment, newIndex) => {
			newSegment.put(section);
			for (const block of interfaces) newSegment.put(block);
			if (start < segment.before) newSegment.copy(segment, start, segment.before);
			newIndex.put(buildIndexHeader(this.stored));
			segment.truncate(start);
			index.truncate(INDEX_HEADER_BYTES + (this.stored - this.#first) * INDEX_ROW_BYTES);
		});
		this.batch.drop(Math.max(0, start - segment.before));
		this.rows.drop(this.#rowsFrom * 4);
		segment.close();
		index.close();
		this.#use(fresh);
		this.#closedBytes = this.#bytesBeside();
		return section.length;
	}

	/** Corrects the rows that wait: `place` gives the new place of a block from its old one. */
	moveRows(place: (offset: number) => number): void {
		const { words, word } = this.rows;
		for (let at = 0; at < word; at += INDEX_ROW_BYTES / 4) {
			words[at + 2] = place(words[at + 2] ?? 0);
			words[at + 4] = place(words[at + 4] ?? 0);
		}
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

	/** Word of the first row in `rows`: the index's header comes first until it is written. */
	get #rowsFrom(): number {
		return this.#index?.before === 0 ? INDEX_HEADER_BYTES / 4 : 0;
	}

	/** Makes the files of a segment and lets `fill` begin them; leaves none behind if that fails. */
	#make(number: number, fill: (segment: Appender, index: Appender) => void): SegmentFiles {
		const made: Appender[] = [];
		try {
			const segment = new Appender(join(this.#folder, segmentName(number)));
			made.push(segment);
			const index = new Appender(join(this.#folder, indexName(number)));
			made.push(index);
			fill(segment, index);
			return { number, segment, index };
		} catch (error) {
			for (const file of made) {
				file.close();
				if (existsSync(file.path)) unlinkSync(file.path);
			}
			throw error;
		}
	}

	#use({ number, segment, index }: SegmentFiles): void {
		this.#number = number;
		this.#segment = segment;
		this.#index = index;
		this.#first = this.stored;
	}

	/** Bytes of the folder's segments and indexes besides the open ones. */
	#bytesBeside(): number {
		let bytes = 0;
		for (const name of readdirSync(this.#folder)) {
			const number = segmentNumber(name.replace(/\.index$/, '.pcapng'));
			if (number === undefined || number === this.#number) continue;
			bytes += statSync(join(this.#folder, name), { throwIfNoEntry: false })?.size ?? 0;
		}
		return bytes;
	}
}
