import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Reads of at least this size check the size of the file first. */
const LARGE_READ = 1 << 20;

/** A file read at given positions. Reads are synchronous: they run on the reader thread, which has no other work. */
export class PositionedFile {
	readonly path: string;
	readonly #descriptor: number;
	/** Byte of the file at which positions start. */
	readonly base: number;

	/** Positions start at byte `base` of the file. Throws Node's errors. */
	constructor(path: string, base = 0) {
		this.path = path;
		this.#descriptor = openSync(path, 'r');
		this.base = base;
	}

	/** Current bytes of the file, from the base on. */
	get size(): number {
		return Math.max(0, fstatSync(this.#descriptor).size - this.base);
	}

	/** Reads up to `length` bytes at `position`; fewer at the end of the file. */
	read(position: number, length: number): Uint8Array {
		// A wrong length in an index must not allocate more memory than the file has.
		const most = length > LARGE_READ ? Math.min(length, this.size - position) : length;
		const bytes = new Uint8Array(Math.max(0, most));
		const done = this.readInto(bytes, position);
		return done < bytes.length ? bytes.subarray(0, done) : bytes;
	}

	/** Fills `bytes` from `position`; returns the number of bytes read, fewer only at the end of the file. */
	readInto(bytes: Uint8Array, position: number): number {
		let done = 0;
		while (done < bytes.length) {
			const count = readSync(this.#descriptor, bytes, done, bytes.length - done, this.base + position + done);
			if (count === 0) break;
			done += count;
		}
		return done;
	}

	close(): void {
		closeSync(this.#descriptor);
	}
}
