import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCK_NAME, lockFolder, sweepLeft } from '../../capture/index.ts';
import { makeFolder } from './make-folder.ts';

/** The folder of files that processes create to view captures: each in a folder named after its pid. */
const FOLDER = 'opened';

/** The folder for files that this process creates to view captures. */
export function workFolderIn(dataFolder: string): string {
	return join(dataFolder, FOLDER, String(process.pid));
}

/**
 * Creates it, and removes those of killed processes: also one with this process's pid. Rejects with a WirebenchError
 * `disk`.
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

/** Folders without a mark, from earlier versions, are recognised by their number alone. */
function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it exists, and belongs to another user.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
