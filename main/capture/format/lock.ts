import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isObject } from '../../../common/json/is-object.ts';
import { readText, UnreadableFile } from '../../files/index.ts';

/** Exists in a capture's folder while a process writes it. */
export const LOCK_NAME = 'capture.lock';
/** Validity of another machine's mark after the last change of the folder: its process cannot be checked here. */
const FOREIGN_MS = 24 * 3600 * 1000;

/** The writer of a capture. */
export interface CaptureLock {
	readonly pid: number;
	readonly host: string;
	/** Start time of the process, in clock ticks since boot: distinguishes it from a later one with the same pid. Linux only. */
	readonly ticks?: string | undefined;
	/** ISO time of the capture's start. */
	readonly since: string;
}

/** Marks the capture in `folder` as written by this process. Throws Node's errors. */
export async function lockFolder(folder: string): Promise<void> {
	const ticks = await startTicks(process.pid);
	const lock = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
	const text = JSON.stringify(ticks === undefined ? lock : { ...lock, ticks });
	// Atomically: a truncated mark would count as that of an ended process.
	const fresh = join(folder, `${LOCK_NAME}.new`);
	await writeFile(fresh, `${text}\n`, { mode: 0o600 });
	await rename(fresh, join(folder, LOCK_NAME));
}

/** Removes the mark. Where the disk refuses it stays, and is ignored once this process has ended. */
export async function unlockFolder(folder: string): Promise<void> {
	try {
		await rm(join(folder, LOCK_NAME), { force: true });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
	}
}

/**
 * The current writer of the capture in `folder`; undefined for none, also for the mark of an ended process. Throws
 * Node's errors, other than for a missing mark.
 */
export async function writerOf(folder: string): Promise<CaptureLock | undefined> {
	const path = join(folder, LOCK_NAME);
	let lock: CaptureLock | undefined;
	try {
		lock = readLock(JSON.parse(await readText(path, { mostBytes: 64 * 1024 })));
	} catch (error) {
		if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return undefined;
		// Truncated while it was written: the writer has ended. Anything else than a file was not made by Wirebench.
		if (error instanceof SyntaxError || error instanceof UnreadableFile) return undefined;
		throw error;
	}
	if (lock === undefined) return undefined;
	if (lock.host !== hostname()) {
		const { mtimeMs } = await stat(folder);
		return Date.now() - mtimeMs < FOREIGN_MS ? lock : undefined;
	}
	return (await runs(lock)) ? lock : undefined;
}

/** A mark; undefined for one that Wirebench did not write. */
function readLock(value: unknown): CaptureLock | undefined {
	if (!isObject(value)) return undefined;
	const { pid, host, ticks, since } = value;
	if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
	if (typeof host !== 'string' || typeof since !== 'string') return undefined;
	return ticks === undefined || typeof ticks === 'string' ? { pid, host, ticks, since } : undefined;
}

/** Whether the mark names this process. */
export function isOurs(lock: CaptureLock): boolean {
	return lock.pid === process.pid && lock.host === hostname();
}

/** Whether a process runs: the one with this pid, and not a later one that got the same pid. */
async function runs({ pid, ticks }: CaptureLock): Promise<boolean> {
	try {
		process.kill(pid, 0);
	} catch (error) {
		// For another user's process the system refuses the check.
		if (!isCode(error, 'EPERM')) return false;
	}
	const now = await startTicks(pid);
	return ticks === undefined || now === undefined || ticks === now;
}

/** The 22nd field of proc(5)'s stat; undefined where it is not available. */
async function startTicks(pid: number): Promise<string | undefined> {
	try {
		const text = await readFile(`/proc/${pid}/stat`, 'utf8');
		// The second field is the program's name in parentheses, which may contain blanks and parentheses itself.
		return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
