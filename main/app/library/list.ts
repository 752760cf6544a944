import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredCapture } from '../../../common/contract/calls/library.ts';
import { describeCapture } from '../../capture/index.ts';
import { isMissing } from '../../files/index.ts';

/** Folders read concurrently: the disk takes the time. */
const AT_ONCE = 8;

/** Possible capture folders: those in `parent`, and single known folders. Rejects with Node's errors. */
export async function findFolders(parent: string, others: readonly string[]): Promise<string[]> {
	const entries = await entriesOf(parent);
	const inside = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
	return [...new Set([...inside.map(({ name }) => join(parent, name)), ...others])];
}

/** Describes the captures in these folders; others, and missing ones, are left out. */
export async function describeAll(
	folders: readonly string[],
	progress: (done: number) => void,
): Promise<StoredCapture[]> {
	const found: StoredCapture[] = [];
	let next = 0;
	let done = 0;
	const work = async () => {
		for (let folder = folders[next++]; folder !== undefined; folder = folders[next++]) {
			const described = await describe(folder);
			if (described) found.push(described);
			progress(++done);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return found;
}

async function describe(folder: string): Promise<StoredCapture | undefined> {
	try {
		const described = await describeCapture(folder);
		return described && { folder, ...described, endpoints: [...described.endpoints] };
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
		const problem = `This folder cannot be read (${String(error.code)}).`;
		return { folder, state: 'unreadable', size: 0, events: 0, endpoints: [], problem };
	}
}

async function entriesOf(parent: string) {
	try {
		return await readdir(parent, { withFileTypes: true });
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}
