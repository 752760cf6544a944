import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Reads from this size on look at the size of the file first. */
const LARGE_READ = 1 << 20;

/** A file that is read at positions. Reads are synchronous: they happen on the reader thread, which has nothing else to do. */
export class PositionedFile {
	readonly path: string;
	readonly #descriptor: number;
	/** Byte of the file that positions count from. */
	readonly base: number;

	/** Positions count from byte `base` of the file. Throws Node's errors. */
	constructor(path: string, base = 0) {
		this.path = path;
		this.#descriptor = openSync(path, 'r');
		this.base = base;
	}

	/** Bytes in the file now, from the base on. */
	get size(): number {
		return Math.max(0, fstatSync(this.#descriptor).size - this.base);
	}

	/** Reads up to `length` bytes at `position`; fewer at the end of the file. */
	read(position: number, length: number): Uint8Array {
		// A length that an index made up must not take memory that the file does not have.
		const most = length > LARGE_READ ? Math.min(length, this.size - position) : length;
		const bytes = new Uint8Array(Math.max(0, most));
		const done = this.readInto(bytes, position);
		return done < bytes.length ? bytes.subarray(0, done) : bytes;
	}

	/** Fills `bytes` from `position`; gives how many came, fewer only at the end of the file. */
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
