import { existsSync, mkdirSync, readdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
	buildIndexHeader,
	INDEX_HEADER_BYTES,
	INDEX_ROW_BYTES,
	isRow,
	rowWords,
	sealRow,
} from '../format/index-file.ts';
import type { SegmentLimits } from '../format/limits.ts';
import { describeSegment, indexName, segmentName, segmentNumber } from '../format/names.ts';
import { buildSection } from '../pcapng/build.ts';
import { APPLICATION, BLOCK } from '../pcapng/format.ts';
import { Appender } from './appender.ts';
import { Batch, PacketBatch } from './batch.ts';

/** A batch is written from this size on, so that it is in the caches of the processor; the rest is room for one more packet with its comment. */
const BATCH_BYTES = 256 << 10;
const LARGEST_STEP = 256 << 10;
/** No event takes less than 64 bytes of segment, and a row takes 32. */
const ROW_BATCH_BYTES = (BATCH_BYTES + LARGEST_STEP) / 2;

/** Bytes of a segment that are checked at a time. */
const LOOK_BYTES = 1 << 20;

/** With fewer segments a ring would lose too large a part of itself at once. */
const SEGMENTS_IN_RING = 8;

/** A completed segment; `bytes` with its index. */
interface ClosedSegment {
	readonly number: number;
	readonly bytes: number;
	/** Bytes of the segment alone. */
	readonly size: number;
	/** Position in the capture after its last event. */
	readonly end: number;
}

interface SegmentFiles {
	readonly number: number;
	readonly segment: Appender;
	readonly index: Appender;
}

/**
 * The segment and index files of one capture. Blocks and rows are built in `batch` and `rows`; `commit` writes the
 * segment, then the index, so that a row never refers to missing bytes. All methods that touch the disk throw Node's
 * errors and may be called again.
 */
export class SegmentStore {
	readonly batch = new PacketBatch(BATCH_BYTES + LARGEST_STEP);
	readonly rows = new Batch(new ArrayBuffer(ROW_BATCH_BYTES));
	#folder: string;
	#limits: SegmentLimits;
	#closed: ClosedSegment[] = [];
	#number = 0;
	#segment: Appender | undefined;
	#index: Appender | undefined;
	#closedBytes = 0;
	/** Position in the capture of the current segment's first event. */
	#first = 0;
	/** Events whose row is in an index. */
	stored = 0;
	/** Position of the first event that still exists. */
	first = 0;
	/** Stored events that other programs have removed. */
	gone = 0;

	constructor(folder: string, limits: SegmentLimits) {
		this.#folder = folder;
		this.#limits = limits;
	}

	get folder(): string {
		return this.#folder;
	}

	/** The current segment uses the new size, too. */
	setLimits(limits: SegmentLimits): void {
		this.#limits = limits;
	}

	/** Number of the current segment, from 1. */
	get number(): number {
		return this.#number;
	}

	/** Offset of the next block in the current segment. */
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
		return this.position >= this.#fullAt;
	}

	/** Never more than a part of the kept size. */
	get #fullAt(): number {
		const { segmentBytes, keepBytes } = this.#limits;
		return keepBytes === undefined ? segmentBytes : Math.min(segmentBytes, Math.floor(keepBytes / SEGMENTS_IN_RING));
	}

	/** Starts the next segment. Both batches must be empty. */
	openNext(): void {
		this.#use(this.#make(this.#folder, this.#number + 1, () => undefined));
		this.batch.append(buildSection(APPLICATION, describeSegment(this.#number, this.stored)));
		this.rows.append(buildIndexHeader(this.stored));
	}

	/**
	 * The place of the open files: where they were created, or their folder was moved, or they are deleted; `changed`:
	 * present, but truncated or written by another program.
	 */
	whereabouts(): 'here' | 'moved' | 'gone' | 'changed' {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index) return 'here';
		if (segment.inPlace && index.inPlace) return segment.intact && index.intact ? 'here' : 'changed';
		return segment.deleted || existsSync(this.#folder) ? 'gone' : 'moved';
	}

	/**
	 * Stored events of the open segment that are missing in its file, as far as their first blocks show. A truncated file
	 * that was written on has zeros in their place.
	 */
	missing(): number {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index) return 0;
		const count = this.stored - this.#first;
		if (!segment.inPlace) return count;
		const rows = rowWords(index.readBack(INDEX_HEADER_BYTES, count * INDEX_ROW_BYTES));
		let window: Uint8Array = new Uint8Array(0);
		let start = 0;
		let missing = 0;
		for (let at = 0; at < rows.length; at += INDEX_ROW_BYTES / 4) {
			// Without its row, the place of an event is unknown.
			if (!isRow(rows, at)) continue;
			const offset = rows[at + 2] ?? 0;
			if (offset < start || offset + 4 > start + window.length) {
				start = offset;
				window = segment.readBack(start, LOOK_BYTES);
			}
			const place = offset - start;
			if (place + 4 > window.length || window[place] !== BLOCK.packet || window[place + 1] !== 0) missing++;
		}
		return missing;
	}

	/** Names of closed segments whose length has changed. */
	changedSegments(): string[] {
		return this.#closed.flatMap(({ number, size }) => {
			const name = segmentName(number);
			const there = statSync(join(this.#folder, name), { throwIfNoEntry: false });
			return there !== undefined && there.size !== size ? [name] : [];
		});
	}

	/** The start of the first event whose row is not known to be in the index; undefined when there is none. */
	get waitingFrom(): number | undefined {
		const at = this.#rowsFrom;
		return at < this.rows.word ? this.rows.words[at + 2] : undefined;
	}

	/**
	 * Continues in a new segment, in a folder created again if necessary, with all blocks from `start` of the current
	 * one: they are still in memory, or can be read from the unlinked file. `interfaces`: the descriptions before them
	 * that they need. Returns the start of those in the new segment. `moveRows` then corrects the rows.
	 */
	moveOn(start: number, interfaces: readonly Uint8Array[]): number {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index) throw new TypeError('There is no segment to go on from.');
		const missing = this.missing();
		mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
		let number = this.#number + 1;
		while (existsSync(join(this.#folder, segmentName(number)))) number++;
		const section = buildSection(APPLICATION, describeSegment(number, this.stored));
		const fresh = this.#make(this.#folder, number, (newSegment, newIndex) => {
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
		this.gone += missing;
		this.#use(fresh);
		this.#closedBytes = this.#bytesBeside();
		this.#closed = this.#closed.filter((closed) => existsSync(join(this.#folder, segmentName(closed.number))));
		return section.length;
	}

	/** Corrects the waiting rows: `place` maps the old place of a block to its new one. */
	moveRows(place: (offset: number) => number): void {
		const { words, word } = this.rows;
		for (let at = 0; at < word; at += INDEX_ROW_BYTES / 4) {
			words[at + 2] = place(words[at + 2] ?? 0);
			words[at + 4] = place(words[at + 4] ?? 0);
			sealRow(words, at);
		}
	}

	/**
	 * Ends the capture and starts another in an existing folder without a capture. Both batches must be empty. On failure
	 * nothing has changed.
	 */
	relocate(folder: string): void {
		const section = buildSection(APPLICATION, describeSegment(1, 0));
		const fresh = this.#make(folder, 1, (segment, index) => {
			segment.put(section);
			index.put(buildIndexHeader(0));
		});
		this.#segment?.close();
		this.#index?.close();
		this.#folder = folder;
		this.#closed = [];
		this.#closedBytes = 0;
		this.stored = 0;
		this.first = 0;
		this.gone = 0;
		this.#use(fresh);
	}

	/**
	 * Deletes the oldest segments until there is room for the open one to become full. True when there were any. The
	 * segment is deleted before its index: an index without a segment is not part of a capture.
	 */
	letGo(): boolean {
		const { keepBytes } = this.#limits;
		const before = this.first;
		if (keepBytes === undefined) return false;
		const open = (this.#segment?.written ?? 0) + (this.#index?.written ?? 0);
		const coming = Math.max(open, this.#fullAt, this.#closed.at(-1)?.bytes ?? 0);
		for (let oldest = this.#closed[0]; oldest; oldest = this.#closed[0]) {
			if (this.#closedBytes + coming <= keepBytes) break;
			rmSync(join(this.#folder, segmentName(oldest.number)), { force: true });
			rmSync(join(this.#folder, indexName(oldest.number)), { force: true });
			this.#closed.shift();
			this.#closedBytes -= oldest.bytes;
			this.first = oldest.end;
		}
		return this.first > before;
	}

	/** Writes the batches. */
	commit(): void {
		if (!this.#segment || !this.#index) return;
		this.#segment.commit(this.batch);
		this.#index.commit(this.rows);
		this.stored = this.#first + (this.#index.written - INDEX_HEADER_BYTES) / INDEX_ROW_BYTES;
	}

	/** Ensures that the data written to the current files survives a power failure. Can take long: only at the end. */
	sync(): void {
		this.#segment?.sync();
		this.#index?.sync();
	}

	/**
	 * Closes the current files. Without `sync` between two segments: written data survives the process, and waiting for
	 * the disk there would block the sockets.
	 */
	closeSegment(): void {
		const [segment, index] = [this.#segment, this.#index];
		if (!segment || !index) return;
		const bytes = segment.written + index.written;
		this.#closed.push({ number: this.#number, bytes, size: segment.written, end: this.stored });
		this.#closedBytes += bytes;
		this.#segment = undefined;
		this.#index = undefined;
		segment.close();
		index.close();
	}

	/** Word of the first row in `rows`: the index's header comes first until it is written. */
	get #rowsFrom(): number {
		return this.#index?.before === 0 ? INDEX_HEADER_BYTES / 4 : 0;
	}

	/** Creates the files of a segment and lets `fill` write their start; leaves none behind on failure. */
	#make(folder: string, number: number, fill: (segment: Appender, index: Appender) => void): SegmentFiles {
		const made: Appender[] = [];
		try {
			const segment = new Appender(join(folder, segmentName(number)));
			made.push(segment);
			const index = new Appender(join(folder, indexName(number)));
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
