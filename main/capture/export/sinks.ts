import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { ExportControl } from './control.ts';
import { existsError, targetError } from './errors.ts';
import { CHUNK_BYTES, type ChunkSink } from './formats/output.ts';

/** A sink with an end. */
export interface ExportSink extends ChunkSink {
	/** Everything has been put. */
	finish(): void;
	/** Discards the output; may be called at any time before `finish` has returned. */
	abandon(): void;
}

/** Sends chunks as messages, at the receiver's pace. */
export class MessageSink implements ExportSink {
	readonly #control: ExportControl;
	readonly #post: (bytes: Uint8Array<ArrayBuffer>) => void;

	constructor(control: ExportControl, post: (bytes: Uint8Array<ArrayBuffer>) => void) {
		this.#control = control;
		this.#post = post;
	}

	put(chunk: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
		this.#control.chunkLeaves(length);
		this.#post(new Uint8Array(chunk.buffer, chunk.byteOffset, length));
		return Buffer.alloc(CHUNK_BYTES);
	}

	finish(): void {
		// The receiver notices the end itself.
	}

	abandon(): void {
		// Sent messages cannot be withdrawn.
	}
}

/**
 * A file that gets its name only when it is complete: until then it is called `NAME.part`. All methods throw
 * WirebenchErrors that name the file.
 */
export class FileSink implements ExportSink {
	readonly #path: string;
	readonly #replace: boolean;
	readonly #part: string;
	#descriptor: number | undefined;

	constructor(path: string, replace: boolean) {
		this.#path = path;
		this.#replace = replace;
		const there = this.#attempt(() => statSync(path, { throwIfNoEntry: false }));
		if (there?.isDirectory()) throw this.#error(Object.assign(new Error(), { code: 'EISDIR' }));
		if (there && !replace) throw existsError(path);
		this.#part = freePart(path);
		// Confidential data of others: only the owner may read it.
		this.#descriptor = this.#attempt(() => openSync(this.#part, 'wx', 0o600));
	}

	put(chunk: Buffer<ArrayBuffer>, length: number): Buffer<ArrayBuffer> {
		const descriptor = this.#descriptor;
		if (descriptor === undefined) throw new TypeError('The file is closed.');
		this.#attempt(() => {
			for (let done = 0; done < length; ) done += writeSync(descriptor, chunk, done, length - done);
		});
		return chunk;
	}

	finish(): void {
		this.#attempt(() => {
			this.#close();
			if (this.#replace) renameSync(this.#part, this.#path);
			else this.#nameUnlessTaken();
		});
	}

	abandon(): void {
		this.#close();
		rmSync(this.#part, { force: true });
	}

	/** Another file may have taken the name meanwhile: it must not be replaced. */
	#nameUnlessTaken(): void {
		try {
			linkSync(this.#part, this.#path);
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? error.code : undefined;
			if (code === 'EEXIST' || existsSync(this.#path)) throw existsError(this.#path);
			// A disk without hard links.
			renameSync(this.#part, this.#path);
			return;
		}
		rmSync(this.#part);
	}

	#close(): void {
		if (this.#descriptor !== undefined) closeSync(this.#descriptor);
		this.#descriptor = undefined;
	}

	#attempt<T>(action: () => T): T {
		try {
			return action();
		} catch (error) {
			throw this.#error(error);
		}
	}

	#error(error: unknown): WirebenchError {
		return WirebenchError.fromInfo(targetError(error, this.#path));
	}
}

/** Two exports to one place, or one that was killed before, have separate parts. */
function freePart(path: string): string {
	let part = `${path}.part`;
	for (let number = 2; existsSync(part); number++) part = `${path}.${number}.part`;
	return part;
}
