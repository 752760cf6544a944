import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_NAME, lockFolder, sweepLeft } from '../../capture/index.ts';
import { makeFolder } from './make-folder.ts';

/** Where processes keep what they make of captures that they look at: each in a folder that bears its number. */
const FOLDER = 'opened';

/** The folder for what this process makes to look at captures. */
export function workFolderIn(dataFolder: string): string {
	return join(dataFolder, FOLDER, String(process.pid));
}

/**
 * Makes it, and removes those that processes have left which were killed: also one that had the number of this one. Rejects with a
 * WirebenchError `disk`.
 */
export async function makeWorkFolder(dataFolder: string): Promise<string> {
	const parent = join(dataFolder, FOLDER);
	const folder = workFolderIn(dataFolder);
	await makeFolder(parent, 0o700);
	for (const name of await readdir(parent)) {
		if (!/^\d+$/.test(name) || existsSync(join(parent, name, LOCK_NAME))) continue;
		if (name !== String(process.pid) && runs(Number(name))) continue;
		await rm(join(parent, name), { recursive: true, force: true });
	}
	await sweepLeft(parent, (name) => /^\d+$/.test(name));
	await makeFolder(folder, 0o700);
	await lockFolder(folder);
	return folder;
}

/** Folders without a mark, as earlier versions made them, are known by their number alone. */
function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: there is one, of another user.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
