import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Batch } from './batch.ts';

/** Bytes compared with the written ones. */
const SAMPLE_BYTES = 64;

/** A file that is appended to from memory; a failed write can be retried and continues where it stopped. */
export class Appender {
	readonly path: string;
	readonly #descriptor: number;
	readonly #device: bigint;
	readonly #inode: bigint;
	/** Bytes in the file. */
	written = 0;
	#done = 0;
	/** Copies of the first bytes of the file, and of the last. */
	#head: Uint8Array = new Uint8Array(0);
	#tail: Uint8Array = new Uint8Array(0);

	/** Creates the file. Throws Node's errors, as all methods do; EEXIST where there is one of that name. */
	constructor(path: string) {
		this.path = path;
		this.#descriptor = openSync(path, 'wx+', 0o600);
		const { dev, ino } = fstatSync(this.#descriptor, { bigint: true });
		this.#device = dev;
		this.#inode = ino;
	}

	/** Bytes in the file before the batch that is being committed. */
	get before(): number {
		return this.written - this.#done;
	}

	/** Writes the batch and clears it. Unwritten bytes stay in the batch. */
	commit(batch: Batch): void {
		while (this.#done < batch.length) this.#done += this.#write(batch.bytes, this.#done, batch.length);
		this.#done = 0;
		batch.clear();
	}

	/** Writes bytes outside of a batch. Must not be retried. */
	put(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) at += this.#write(bytes, at, bytes.length);
	}

	/** Copies bytes of another file to the end of this one. Must not be retried. */
	copy(other: Appender, from: number, to: number): void {
		const chunk = new Uint8Array(Math.min(1 << 20, to - from));
		for (let at = from; at < to; ) {
			const count = readSync(other.#descriptor, chunk, 0, Math.min(chunk.length, to - at), at);
			// Another program has truncated the other file: missing bytes of an event become zeros, which no reader accepts as data.
			const part = count === 0 ? chunk.fill(0).subarray(0, to - at) : chunk.subarray(0, count);
			this.put(part);
			at += part.length;
		}
	}

	/** Cuts off everything after `length`. */
	truncate(length: number): void {
		if (length < this.size) ftruncateSync(this.#descriptor, length);
	}

	/** Bytes of the file in the file system: differs from the written bytes where another program has changed it. */
	get size(): number {
		return fstatSync(this.#descriptor).size;
	}

	/** Whether the file has the written length, and still starts and ends with the written bytes. */
	get intact(): boolean {
		if (this.size !== this.written) return false;
		const there = new Uint8Array(SAMPLE_BYTES);
		return this.#samples().every(({ at, bytes }) => {
			const count = readSync(this.#descriptor, there, 0, bytes.length, at);
			return Buffer.compare(there.subarray(0, count), bytes) === 0;
		});
	}

	#samples(): { at: number; bytes: Uint8Array }[] {
		const tail = this.#tail;
		return [
			{ at: 0, bytes: this.#head },
			{ at: this.written - tail.length, bytes: tail },
		];
	}

	/** The file's bytes from byte `from` on; fewer than `length` at its end. */
	readBack(from: number, length: number): Uint8Array {
		const bytes = new Uint8Array(length);
		let done = 0;
		while (done < length) {
			const count = readSync(this.#descriptor, bytes, done, length - done, from + done);
			if (count === 0) break;
			done += count;
		}
		return bytes.subarray(0, done);
	}

	/** Whether the file still has its name. */
	get inPlace(): boolean {
		const there = statSync(this.path, { bigint: true, throwIfNoEntry: false });
		return there !== undefined && there.ino === this.#inode && there.dev === this.#device;
	}

	/** Whether the file has no name any more: it disappears when it is closed. */
	get deleted(): boolean {
		return fstatSync(this.#descriptor).nlink === 0;
	}

	sync(): void {
		fdatasyncSync(this.#descriptor);
	}

	close(): void {
		closeSync(this.#descriptor);
	}

	#write(bytes: Uint8Array, from: number, to: number): number {
		const count = writeSync(this.#descriptor, bytes, from, to - from, this.written);
		// Copies: batches reuse the same memory.
		if (this.written === 0) this.#head = new Uint8Array(bytes.subarray(from, from + Math.min(count, SAMPLE_BYTES)));
		this.#tail = new Uint8Array(bytes.subarray(from + Math.max(0, count - SAMPLE_BYTES), from + count));
		this.written += count;
		return count;
	}
}
