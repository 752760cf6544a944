import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';

const SENTENCES: Readonly<Record<string, string>> = {
	EEXIST: 'there is a file of that name',
	ENOTDIR: 'a part of its path is a file',
	EACCES: 'that is not permitted',
	EPERM: 'that is not permitted',
	EROFS: 'the disk is read-only',
	ENOSPC: 'the disk is full',
	ENOENT: 'the system allows no folder there',
};

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
		const why = SENTENCES[error.code] ?? 'the system refuses';
		throw new WirebenchError('disk', `The folder ${folder} cannot be made: ${why} (${error.code}).`, {
			errno: error.code,
			hint: 'Choose another folder.',
		});
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
