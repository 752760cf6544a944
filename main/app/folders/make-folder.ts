import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { appError } from '../sentences/app-error.ts';

/**
 * Creates a folder and its missing parents with this `mode`. Throws a WirebenchError `disk`. Node's own recursive mkdir
 * never ends below /proc, which always returns ENOENT.
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
	try {
		await makeWithParents(folder, mode);
		// Fails here for an existing file of that name.
		await mkdir(folder, { recursive: true, mode });
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
		const { code: errno } = error;
		throw appError('disk', 'folderNotMade', { folder, errno }, { errno });
	}
}

async function makeWithParents(folder: string, mode: number): Promise<void> {
	if (await tryMake(folder, mode)) return;
	await makeWithParents(dirname(folder), mode);
	await mkdir(folder, { mode });
}

/** True when it exists now; false when its parent is missing. */
async function tryMake(folder: string, mode: number): Promise<boolean> {
	try {
		await mkdir(folder, { mode });
		return true;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		if (error.code === 'EEXIST') return true;
		if (error.code === 'ENOENT' && dirname(folder) !== folder) return false;
		throw error;
	}
}
