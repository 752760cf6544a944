import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { lockFolder, sweepLeft } from '../../capture/index.ts';

const PREFIX = 'wirebench-';
/** As mkdtemp names them. */
const NAME = /^wirebench-[A-Za-z0-9]{6}$/;

/** A folder of this process alone. */
export interface TemporaryFolder {
	readonly path: string;
	/** Deletes it now. */
	remove(): void;
}

/**
 * Makes a folder in the system's folder for temporary files that only this user may read. It goes when the process ends; where the
 * process is killed, the next one that makes such a folder deletes it. `what` is to be in it, and `wayOut` an option besides TMPDIR
 * for where there is no room. Rejects with a WirebenchError `disk`.
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
