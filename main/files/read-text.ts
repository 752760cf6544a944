import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Flags to open a file with: the opening of a named pipe would wait for its writer, perhaps for ever. */
export const OPEN_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Milliseconds between two looks at a pipe in which nothing is yet. */
const LOOK_MS = 20;
const CHUNK_BYTES = 64 * 1024;

export interface ReadingRules {
	/** More is not read: the file may be a device without an end. */
	readonly mostBytes: number;
	/** Pipes and devices are read too, as a shell's `<(…)` needs. Otherwise only regular files are. */
	readonly pipes?: boolean;
	/** Milliseconds after which a pipe without a writer is given up, default 5,000. */
	readonly noWriterMs?: number;
}

/** A file that can be opened and is still not read. Its message follows "cannot be read": "it is a folder". */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';
}

/** What is wrong with a file, in a few words: those of an UnreadableFile, else the system's name of the error. */
export function whyUnreadable(error: unknown): string {
	if (error instanceof Error && 'code' in error) return String(error.code);
	return error instanceof Error ? error.message : String(error);
}

/** The UTF-8 text of a file, without its byte order mark. Rejects with UnreadableFile and Node's errors. */
export async function readText(path: string, rules: ReadingRules): Promise<string> {
	return decode(await readBytes(path, rules));
}

/** The bytes of a file. Rejects as `readText`. */
export async function readBytes(path: string, rules: ReadingRules): Promise<Buffer> {
	const steps = reading(path, rules);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await pause(LOOK_MS);
	}
}

/** As `readText`, for what has to be read before anything runs: a signal still ends the process while a pipe is waited for. */
export function readTextSync(path: string, rules: ReadingRules): string {
	const steps = reading(path, rules);
	const asleep = new Int32Array(new SharedArrayBuffer(4));
	for (;;) {
		const step = steps.next();
		if (step.done) return decode(step.value);
		Atomics.wait(asleep, 0, 0, LOOK_MS);
	}
}

/** Reads without ever blocking in the system; yields where a writer has to be waited for. */
function* reading(
	path: string,
	{ mostBytes, pipes = false, noWriterMs = 5000 }: ReadingRules,
): Generator<void, Buffer> {
	const descriptor = openSync(path, OPEN_AT_ONCE);
	try {
		const stat = fstatSync(descriptor);
		if (stat.isDirectory() || !(pipes || stat.isFile())) throw new UnreadableFile(`it is ${kindOf(stat)}`);
		const chunks: Buffer[] = [];
		let length = 0;
		let begun = !stat.isFIFO();
		for (let waited = 0; ; ) {
			const chunk = Buffer.alloc(CHUNK_BYTES);
			const count = tryRead(descriptor, chunk);
			if (count === 0 && begun) return Buffer.concat(chunks);
			if (count === 0 || count === undefined) {
				// A pipe without a writer is at its end; one whose writer has nothing yet says "try again".
				begun ||= count === undefined;
				waited += LOOK_MS;
				if (!begun && waited > noWriterMs) throw new UnreadableFile('it is a pipe, and nobody writes to it');
				yield;
				continue;
			}
			begun = true;
			length += count;
			if (length > mostBytes) throw new UnreadableFile(`it has more than ${mostBytes} bytes`);
			chunks.push(chunk.subarray(0, count));
		}
	} finally {
		closeSync(descriptor);
	}
}

/** Undefined when nothing is there yet. */
function tryRead(descriptor: number, into: Buffer): number | undefined {
	try {
		return readSync(descriptor, into, 0, into.length, null);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
		throw error;
	}
}

function kindOf(stat: Stats): string {
	if (stat.isDirectory()) return 'a folder';
	if (stat.isFIFO()) return 'a named pipe';
	return stat.isSocket() ? 'a socket' : 'a device';
}

function decode(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) throw new UnreadableFile('it is not UTF-8 text');
		throw error;
	}
}
