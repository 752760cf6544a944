import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import type { Batch } from './batch.ts';

/** A file that is appended to from memory; a failed write can be tried again and goes on where it stopped. */
export class Appender {
	readonly path: string;
	readonly #descriptor: number;
	readonly #device: bigint;
	readonly #inode: bigint;
	/** Bytes in the file. */
	written = 0;
	#done = 0;

	/** Makes the file. Throws Node's errors, as all methods do; EEXIST where there is one of that name. */
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

	/** Writes the batch and clears it. What was not written stays in the batch. */
	commit(batch: Batch): void {
		while (this.#done < batch.length) this.#done += this.#write(batch.bytes, this.#done, batch.length);
		this.#done = 0;
		batch.clear();
	}

	/** Writes bytes that are in no batch. Not to be tried again. */
	put(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length; ) at += this.#write(bytes, at, bytes.length);
	}

	/** Copies bytes of another file to the end of this one. Not to be tried again. */
	copy(other: Appender, from: number, to: number): void {
		const chunk = new Uint8Array(Math.min(1 << 20, to - from));
		for (let at = from; at < to; ) {
			const count = readSync(other.#descriptor, chunk, 0, Math.min(chunk.length, to - at), at);
			if (count === 0) throw new RangeError(`${other.path} ends before byte ${to}.`);
			this.put(chunk.subarray(0, count));
			at += count;
		}
	}

	/** Cuts off what is behind `length`, if anything is. */
	truncate(length: number): void {
		if (length < this.written) ftruncateSync(this.#descriptor, length);
	}

	/** Whether the file still has its name. */
	get inPlace(): boolean {
		const there = statSync(this.path, { bigint: true, throwIfNoEntry: false });
		return there !== undefined && there.ino === this.#inode && there.dev === this.#device;
	}

	/** Whether the file has no name any more: it is gone when it is closed. */
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
		this.written += count;
		return count;
	}
}
