import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder, sweepLeft } from '../../capture/index.ts';
import { appError } from '../sentences/app-error.ts';

const PREFIX = 'wirebench-';
/** The form of mkdtemp's names. */
const NAME = /^wirebench-[A-Za-z0-9]{6}$/;

/** The contents: those of a capture can be put elsewhere. */
type Use = 'files' | 'capture';

/** A folder that only this process uses. */
export interface TemporaryFolder {
	readonly path: string;
	/** Deletes it now. */
	remove(): void;
}

/**
 * Creates a folder in the system's temporary folder that only this user may read. It is removed when the process ends;
 * after a kill, the next process that creates such a folder removes it. Rejects with a
 * WirebenchError `disk`, which names the options for where there is no room.
 */
export async function makeTemporaryFolder(use: Use = 'files'): Promise<TemporaryFolder> {
	const path = await make(use);
	const remove = (): void => {
		process.off('exit', remove);
		rmSync(path, { recursive: true, force: true });
	};
	process.once('exit', remove);
	return { path, remove };
}

async function make(use: Use): Promise<string> {
	try {
		await sweepLeft(tmpdir(), (name) => NAME.test(name));
		const path = await mkdtemp(join(tmpdir(), PREFIX));
		await lockFolder(path);
		return path;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
		const says = use === 'capture' ? 'noFolderForCapture' : 'noTemporaryFolder';
		throw appError('disk', says, { folder: tmpdir() }, { errno: error.code });
	}
}
