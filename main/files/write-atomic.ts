import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMissing } from './is-missing.ts';

/** Only the owner may read what Wirebench stores. */
const PRIVATE = 0o600;
/** Of a file that a person shares: the system takes away what the umask forbids. */
const SHARED = 0o666;
/** An unfinished file that was not touched for this many milliseconds belongs to a killed process. */
const UNFINISHED_MS = 60_000;

/** The name of a new file next to `path`, to be put in its place once it is whole. */
export function unfinishedName(path: string): string {
	return `${path}.${randomUUID()}.tmp`;
}

/**
 * Writes a new file that only its owner may read, or one with the mode of another file, and resolves when it is on the
 * disk. Rejects with Node's own error, which may leave a part of it.
 */
export async function writeSynced(path: string, text: string, like?: { readonly mode?: number }): Promise<void> {
	const handle = await open(path, 'wx', like === undefined ? PRIVATE : SHARED);
	try {
		if (like?.mode !== undefined) await handle.chmod(like.mode);
		// Repeats short writes, as a nearly full disk makes them.
		await handle.writeFile(text);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
 * Replaces a file so that a reader, also after a crash, finds either the old one or the new one, complete. Creates its
 * folder; a link stays a link to the replaced file. `shared`: the file keeps its mode, and a new one gets the usual one;
 * otherwise only its owner may read it. Rejects with Node's own error, and then leaves the old file.
 */
export async function writeAtomic(path: string, text: string, { shared = false } = {}): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const target = await realpath(path).catch((error: unknown) => unlessMissing(error, path));
	const temporary = unfinishedName(target);
	try {
		await writeSynced(temporary, text, shared ? await modeOf(target) : undefined);
		await rename(temporary, target);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Removes what processes left that were killed while they replaced this file. Rejects with Node's own error. */
export async function sweepUnfinished(path: string): Promise<void> {
	const folder = dirname(path);
	const names = await readdir(folder).catch((error: unknown) => unlessMissing(error, []));
	for (const name of names) {
		if (!name.startsWith(`${basename(path)}.`) || !name.endsWith('.tmp')) continue;
		const unfinished = join(folder, name);
		// Another process may just have finished it.
		const found = await stat(unfinished).catch((error: unknown) => unlessMissing(error, undefined));
		if (found !== undefined && Date.now() - found.mtimeMs > UNFINISHED_MS) await rm(unfinished, { force: true });
	}
}

async function modeOf(path: string): Promise<{ mode?: number }> {
	const found = await stat(path).catch((error: unknown) => unlessMissing(error, undefined));
	return found === undefined ? {} : { mode: found.mode & 0o777 };
}

function unlessMissing<T>(error: unknown, value: T): T {
	if (isMissing(error)) return value;
	throw error;
}
