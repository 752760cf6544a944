import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_NAME, writerOf } from '../format/lock.ts';

/**
 * Deletes the folders in `parent` that ended processes of this user have left: those that `isOurs` says are of ours by their
 * name, and that bear the mark of a process that has ended. What may not be looked at or deleted stays: the next start tries again.
 */
export async function sweepLeft(parent: string, isOurs: (name: string) => boolean): Promise<void> {
	const entries = await unlessRefused(readdir(parent, { withFileTypes: true }));
	for (const entry of entries ?? []) {
		// A link is not followed: in a folder that all may write it may lead anywhere.
		if (!entry.isDirectory() || !isOurs(entry.name)) continue;
		const folder = join(parent, entry.name);
		if (await unlessRefused(isLeft(folder))) await unlessRefused(rm(folder, { recursive: true, force: true }));
	}
}

async function isLeft(folder: string): Promise<boolean> {
	const { uid } = await stat(folder);
	if (process.getuid !== undefined && uid !== process.getuid()) return false;
	await stat(join(folder, LOCK_NAME));
	return (await writerOf(folder)) === undefined;
}

/** Undefined where the system refuses, as for what has gone meanwhile. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}
