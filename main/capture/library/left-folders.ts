import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_NAME, writerOf } from '../format/lock.ts';

/**
 * Deletes the folders in `parent` that ended processes of this user have left: those that `isOurs` accepts by name, and
 * that have the mark of an ended process. Folders that cannot be read or deleted stay: the next start tries again.
 */
export async function sweepLeft(parent: string, isOurs: (name: string) => boolean): Promise<void> {
	const entries = await unlessRefused(readdir(parent, { withFileTypes: true }));
	for (const entry of entries ?? []) {
		// Links are not followed: in a folder that all may write they may point anywhere.
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

/** Undefined where the system refuses, as for a folder that is gone. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | undefined> {
	try {
		return await work;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return undefined;
		throw error;
	}
}
