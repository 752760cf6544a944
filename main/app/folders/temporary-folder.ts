import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { lockFolder, sweepLeft } from '../../capture/index.ts';

const PREFIX = 'wirebench-';
/** The form of mkdtemp's names. */
const NAME = /^wirebench-[A-Za-z0-9]{6}$/;

/** A folder that only this process uses. */
export interface TemporaryFolder {
	readonly path: string;
	/** Deletes it now. */
	remove(): void;
}

/**
 * Creates a folder in the system's temporary folder that only this user may read. It is removed when the process ends;
 * after a kill, the next process that creates such a folder removes it. `what` names its contents, and `wayOut` an
 * option besides TMPDIR for where there is no room. Rejects with a WirebenchError `disk`.
 */
export async function makeTemporaryFolder(what = 'temporary files', wayOut?: string): Promise<TemporaryFolder> {
	const path = await make(what, wayOut);
	const remove = (): void => {
		process.off('exit', remove);
		rmSync(path, { recursive: true, force: true });
	};
	process.once('exit', remove);
	return { path, remove };
}

async function make(what: string, wayOut: string | undefined): Promise<string> {
	try {
		await sweepLeft(tmpdir(), (name) => NAME.test(name));
		const path = await mkdtemp(join(tmpdir(), PREFIX));
		await lockFolder(path);
		return path;
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
		throw new WirebenchError('disk', `No folder for ${what} can be made in ${tmpdir()}.`, {
			errno: error.code,
			hint:
				wayOut === undefined
					? 'Say by TMPDIR where there is room.'
					: `${wayOut}, or say by TMPDIR where there is room.`,
		});
	}
}
