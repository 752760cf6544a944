import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readText, UnreadableFile } from '../../files/index.ts';

/** Lies in the folder of a capture for as long as a process writes it. */
export const LOCK_NAME = 'capture.lock';
/** A mark of another machine counts for this long after the folder has last changed: nobody here can ask for its process. */
const FOREIGN_MS = 24 * 3600 * 1000;

const lockSchema = z.object({
	pid: z.number().int().positive(),
	host: z.string(),
	/** When the process began, in clock ticks since boot: tells it from a later one with the same number. Linux only. */
	ticks: z.string().optional(),
	/** ISO time at which the capture began. */
	since: z.string(),
});
/** Who writes a capture. */
export type CaptureLock = z.infer<typeof lockSchema>;

/** Marks the capture in `folder` as written by this process. Throws Node's errors. */
export async function lockFolder(folder: string): Promise<void> {
	const ticks = await startTicks(process.pid);
	const lock = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
	const text = JSON.stringify(ticks === undefined ? lock : { ...lock, ticks });
	// In one step: a mark that is cut off would count for that of a process that has ended.
	const fresh = join(folder, `${LOCK_NAME}.new`);
	await writeFile(fresh, `${text}\n`, { mode: 0o600 });
	await rename(fresh, join(folder, LOCK_NAME));
}

/** Takes the mark away. Where the disk refuses it stays, and counts for nothing once this process has ended. */
export async function unlockFolder(folder: string): Promise<void> {
	try {
		await rm(join(folder, LOCK_NAME), { force: true });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
	}
}

/**
 * Who writes the capture in `folder` now; undefined for nobody, also where a mark is left of a process that has ended
 * without taking it away. Throws Node's errors, other than for a missing mark.
 */
export async function writerOf(folder: string): Promise<CaptureLock | undefined> {
	const path = join(folder, LOCK_NAME);
	let lock: CaptureLock;
	try {
		lock = lockSchema.parse(JSON.parse(await readText(path, { mostBytes: 64 * 1024 })));
	} catch (error) {
		if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
		// Cut off as it was written: whoever did has ended. What is no file no Wirebench has made.
		if (error instanceof SyntaxError || error instanceof z.ZodError || error instanceof UnreadableFile)
			return undefined;
		throw error;
	}
	if (lock.host !== hostname()) {
		const { mtimeMs } = await stat(folder);
		return Date.now() - mtimeMs < FOREIGN_MS ? lock : undefined;
	}
	return (await runs(lock)) ? lock : undefined;
}

/** Whether this process is the one that the mark names. */
export function isOurs(lock: CaptureLock): boolean {
	return lock.pid === process.pid && lock.host === hostname();
}

/** Whether a process runs: the one with this number, and not a later one that was given it again. */
async function runs({ pid, ticks }: CaptureLock): Promise<boolean> {
	try {
		process.kill(pid, 0);
	} catch (error) {
		// Of another user's process the system says that we may not ask.
		if (!isCode(error, 'EPERM')) return false;
	}
	const now = await startTicks(pid);
	return ticks === undefined || now === undefined || ticks === now;
}

/** The 22nd field of proc(5)'s stat; undefined where there is none to be had. */
async function startTicks(pid: number): Promise<string | undefined> {
	try {
		const text = await readFile(`/proc/${pid}/stat`, 'utf8');
		// The second field is the program's name in parentheses, which may hold blanks and parentheses itself.
		return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
