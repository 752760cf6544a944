import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file that is read at positions. Reads are synchronous: they happen on the reader thread, which has nothing else to do. */
export class PositionedFile {
	readonly path: string;
	readonly #descriptor: number;

	/** Throws Node's errors. */
	constructor(path: string) {
		this.path = path;
		this.#descriptor = openSync(path, 'r');
	}

	get size(): number {
		return fstatSync(this.#descriptor).size;
	}

	/** Reads up to `length` bytes at `position`; fewer at the end of the file. */
	read(position: number, length: number): Uint8Array {
		const bytes = new Uint8Array(Math.max(0, length));
		let done = 0;
		while (done < bytes.length) {
			const count = readSync(this.#descriptor, bytes, done, bytes.length - done, position + done);
			if (count === 0) return bytes.subarray(0, done);
			done += count;
		}
		return bytes;
	}

	close(): void {
		closeSync(this.#descriptor);
	}
}
