import { closeSync, createReadStream, fstatSync, openSync, type ReadStream, readSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { PcapngError } from '../../pcapng/format.ts';
import { damageSays } from '../../sentences/damage-says.ts';

/** Sequential bytes of a file. */
export interface ByteSource {
	/** The file's compression, or empty. */
	readonly compression: string;
	/** Bytes of the file. */
	readonly total: number;
	/** Bytes of the file that were read so far. */
	readonly consumed: number;
	/** Fills memory from its start; returns the number of bytes, 0 at the end. Rejects with Node's errors. */
	read(into: Buffer): number | Promise<number>;
	close(): void;
}

const COMPRESSIONS = [
	{ name: 'gzip', magic: [0x1f, 0x8b], decompress: () => createGunzip() },
	{ name: 'zstd', magic: [0x28, 0xb5, 0x2f, 0xfd], decompress: () => createZstdDecompress() },
] as const;

/** Opens a file, and decompresses gzip and Zstandard. Throws Node's errors. */
export function openSource(path: string): ByteSource {
	const descriptor = openSync(path, 'r');
	try {
		const start = Buffer.alloc(4);
		readSync(descriptor, start, 0, start.length, 0);
		const found = COMPRESSIONS.find(({ magic }) => magic.every((byte, i) => start[i] === byte));
		if (!found) return new PlainSource(descriptor);
		const { size } = fstatSync(descriptor);
		closeSync(descriptor);
		return new CompressedSource(path, size, found.name, found.decompress());
	} catch (error) {
		closeSync(descriptor);
		throw error;
	}
}

class PlainSource implements ByteSource {
	readonly compression = '';
	readonly total: number;
	consumed = 0;
	readonly #descriptor: number;

	constructor(descriptor: number) {
		this.#descriptor = descriptor;
		this.total = fstatSync(descriptor).size;
	}

	read(into: Buffer): number {
		const count = readSync(this.#descriptor, into, 0, into.length, this.consumed);
		this.consumed += count;
		return count;
	}

	close(): void {
		closeSync(this.#descriptor);
	}
}

class CompressedSource implements ByteSource {
	readonly compression: string;
	readonly total: number;
	readonly #file: ReadStream;
	readonly #chunks: AsyncIterator<Buffer>;
	#chunk: Buffer = Buffer.alloc(0);
	/** Decompressed bytes returned so far. */
	#given = 0;

	constructor(path: string, total: number, name: string, decompress: NodeJS.ReadWriteStream & AsyncIterable<unknown>) {
		this.compression = name;
		this.total = total;
		this.#file = createReadStream(path);
		// The error of either is thrown by the iterator.
		const output = pipeline(this.#file, decompress, () => undefined);
		this.#chunks = chunksOf(output);
	}

	get consumed(): number {
		return this.#file.bytesRead;
	}

	async read(into: Buffer): Promise<number> {
		if (this.#chunk.length === 0) {
			const chunk = await this.#next();
			if (!chunk) return 0;
			this.#chunk = chunk;
		}
		const count = this.#chunk.copy(into);
		this.#chunk = this.#chunk.subarray(count);
		this.#given += count;
		return count;
	}

	async #next(): Promise<Buffer | undefined> {
		try {
			const { value, done } = await this.#chunks.next();
			return done ? undefined : value;
		} catch (error) {
			// A zlib error about the bytes, not a disk error about the file.
			const damaged = error instanceof Error && 'code' in error && /^(Z_|ZSTD_)/.test(String(error.code));
			throw damaged ? new PcapngError(this.#given, damageSays('compressedDamaged', { reason: error.message })) : error;
		}
	}

	close(): void {
		this.#file.destroy();
	}
}

async function* chunksOf(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer, void, void> {
	for await (const chunk of stream) if (chunk instanceof Buffer && chunk.length > 0) yield chunk;
}
