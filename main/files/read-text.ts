import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { WirebenchError } from '../../common/contract/base/errors.ts';
import { namedFileErrors, unreadableReasons } from '../../common/words/en/sentences/files/unreadable.ts';
import { errorsOf } from '../../common/words/sentence/errors-of.ts';
import { type Said, sayingOf } from '../../common/words/sentence/said.ts';

/** Flags for opening a file: opening a named pipe would wait for its writer, possibly without end. */
export const OPEN_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Milliseconds between two checks of an empty pipe. */
const LOOK_MS = 20;
const CHUNK_BYTES = 64 * 1024;

export interface ReadingRules {
	/** Reading limit: the file may be an endless device. */
	readonly mostBytes: number;
	/** Reads pipes and devices too, as for a shell's `<(…)`. Otherwise only regular files. */
	readonly pipes?: boolean;
	/** Milliseconds after which a pipe without a writer times out, default 5,000. */
	readonly noWriterMs?: number;
}

const says = sayingOf(unreadableReasons);
const namedError = errorsOf(namedFileErrors);

/** A file that can be opened but is not read. Its message follows "cannot be read": "it is a folder". */
export class UnreadableFile extends Error {
	override readonly name = 'UnreadableFile';
	readonly reason: Said;

	constructor(reason: Said) {
		super(reason.message);
		this.reason = reason;
	}
}

/** The problem with a file, in a few words: those of an UnreadableFile, else the system's name of the error. */
export function whyUnreadable(error: unknown): string | Said {
	if (error instanceof UnreadableFile) return error.reason;
	if (error instanceof Error && 'code' in error) return String(error.code);
	return error instanceof Error ? error.message : String(error);
}

/** The `bad-input` of a file that a person named, and that cannot be read. */
export function namedUnreadable(path: string, error: unknown): WirebenchError {
	return namedError('bad-input', 'namedUnreadable', { path, reason: whyUnreadable(error) });
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

/** Like `readText`, for files that must be read before anything runs: a signal still ends the process during the wait for a pipe. */
export function readTextSync(path: string, rules: ReadingRules): string {
	const steps = reading(path, rules);
	const asleep = new Int32Array(new SharedArrayBuffer(4));
	for (;;) {
		const step = steps.next();
		if (step.done) return decode(step.value);
		Atomics.wait(asleep, 0, 0, LOOK_MS);
	}
}

/** Reads without ever blocking in the system; yields while it waits for a writer. */
function* reading(
	path: string,
	{ mostBytes, pipes = false, noWriterMs = 5000 }: ReadingRules,
): Generator<void, Buffer> {
	const descriptor = openSync(path, OPEN_AT_ONCE);
	try {
		const stat = fstatSync(descriptor);
		if (stat.isDirectory() || !(pipes || stat.isFile())) throw new UnreadableFile(kindOf(stat));
		const chunks: Buffer[] = [];
		let length = 0;
		let started = !stat.isFIFO();
		for (let waited = 0; ; ) {
			const chunk = Buffer.alloc(CHUNK_BYTES);
			const count = tryRead(descriptor, chunk);
			if (count === 0 && started) return Buffer.concat(chunks);
			if (count === 0 || count === undefined) {
				// A pipe without a writer is at its end; one with a writer but no data returns EAGAIN.
				started ||= count === undefined;
				waited += LOOK_MS;
				if (!started && waited > noWriterMs) throw new UnreadableFile(says('pipeWithoutWriter'));
				yield;
				continue;
			}
			started = true;
			length += count;
			if (length > mostBytes) throw new UnreadableFile(says('moreBytesThan', { bytes: mostBytes }));
			chunks.push(chunk.subarray(0, count));
		}
	} finally {
		closeSync(descriptor);
	}
}

/** Undefined without data yet. */
function tryRead(descriptor: number, into: Buffer): number | undefined {
	try {
		return readSync(descriptor, into, 0, into.length, null);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
		throw error;
	}
}

function kindOf(stat: Stats): Said {
	if (stat.isDirectory()) return says('isFolder');
	if (stat.isFIFO()) return says('isPipe');
	return says(stat.isSocket() ? 'isSocket' : 'isDevice');
}

function decode(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) throw new UnreadableFile(says('noUtf8Text'));
		throw error;
	}
}
