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
 * Makes a folder and those above it, as far as they are missing; `mode` is that of those that are made. Throws a
 * WirebenchError `disk`. Node's own recursive mkdir never ends below /proc, which answers ENOENT for ever.
 */
export async function makeFolder(folder: string, mode: number): Promise<void> {
	try {
		await makeWithParents(folder, mode);
		// An existing file of that name is found out here.
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

/** True when it is there now; false when what is above it is missing. */
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
