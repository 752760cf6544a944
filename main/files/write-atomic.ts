import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Only the owner may read what Wirebench stores. */
const MODE = 0o600;

/**
 * Replaces a file so that a reader, also after a crash, finds either the old one or the new one, complete. Creates its
 * folder; a link stays a link to the replaced file. Rejects with Node's own error, and then leaves the old file.
 */
export async function writeAtomic(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const target = await realpath(path).catch((error: unknown) => {
		if (isMissing(error)) return path;
		throw error;
	});
	const temporary = `${target}.${randomUUID()}.tmp`;
	try {
		const handle = await open(temporary, 'wx', MODE);
		try {
			// Repeats short writes, as a nearly full disk makes them.
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(temporary, target);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Whether a file operation failed because there is no such file. */
export function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
