import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Where processes keep what they make of captures that they look at: each in a folder that bears its number. */
const FOLDER = 'opened';

/** The folder for what this process makes to look at captures. */
export function workFolderIn(dataFolder: string): string {
	return join(dataFolder, FOLDER, String(process.pid));
}

/** Makes it, and removes those that processes have left which were killed. Rejects with a WirebenchError `disk`. */
export async function makeWorkFolder(dataFolder: string): Promise<string> {
	const folder = workFolderIn(dataFolder);
	await makeFolder(folder, 0o700);
	for (const name of await readdir(join(dataFolder, FOLDER))) {
		if (/^\d+$/.test(name) && !runs(Number(name))) {
			await rm(join(dataFolder, FOLDER, name), { recursive: true, force: true });
		}
	}
	return folder;
}

function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: there is one, of another user.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
