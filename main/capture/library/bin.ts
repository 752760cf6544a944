import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WirebenchError } from '../../../common/contract/base/errors.ts';
import { isMissing } from '../../files/index.ts';
import { isOurs, LOCK_NAME, lockFolder, unlockFolder, writerOf } from '../format/lock.ts';
import { segmentNumber } from '../format/names.ts';
import { captureError } from '../sentences/capture-error.ts';

/** Folders with this prefix, next to the capture's place, wait to be deleted. */
const PREFIX = '.deleted-';
const BINNED = /^\.deleted-[0-9a-f]{8}-/;
/** Every file that Wirebench puts into a capture's folder. */
const OURS = /^capture[-.]/;
/** A section header takes 96 bytes, an interface description more than the rest of this. */
const HOLLOW_BYTES = 128;

/** A deleted capture that can be restored. */
export interface Binned {
	/** Its original folder. */
	readonly folder: string;
	/** Its current folder. */
	readonly bin: string;
}

/**
 * Renames a capture atomically, so that a crash leaves either the capture or a folder that the next start deletes.
 * Rejects with a WirebenchError: `wrong-state` where a process writes it or its folder has other files, `not-permitted`
 * or `disk` where the system refuses.
 */
export async function binCapture(folder: string): Promise<Binned> {
	try {
		const names = await readdir(folder);
		const other = names.find((name) => !OURS.test(name));
		if (!names.some((name) => segmentNumber(name) !== undefined)) throw notThere(folder);
		if (other !== undefined) {
			throw captureError('wrong-state', 'holdsOthers', { folder, name: other });
		}
		const writer = await writerOf(folder);
		if (writer) {
			throw isOurs(writer)
				? captureError('wrong-state', 'writtenByUs', { folder })
				: captureError('wrong-state', 'writtenByProcess', { pid: writer.pid });
		}
		const bin = join(dirname(folder), `${PREFIX}${randomBytes(4).toString('hex')}-${basename(folder)}`);
		// The mark shows that it may still be restored.
		await lockFolder(folder);
		try {
			await rename(folder, bin);
		} catch (error) {
			await unlockFolder(folder);
			throw error;
		}
		return { folder, bin };
	} catch (error) {
		throw refused(error, folder, 'Deleted');
	}
}

/** Restores it. Rejects as `binCapture` does. */
export async function unbinCapture({ folder, bin }: Binned): Promise<void> {
	try {
		await unlockFolder(bin);
		await rename(bin, folder);
	} catch (error) {
		throw refused(error, folder, 'Restored');
	}
}

/** Deletes it for good: the disk is freed. Rejects with Node's errors. */
export async function purge({ bin }: Binned): Promise<void> {
	await rm(bin, { recursive: true, force: true });
}

/**
 * Completes the deletions of ended processes in `parent`; with `hollow` also deletes capture folders in which nothing
 * was ever written. Rejects with Node's errors.
 */
export async function sweep(parent: string, hollow: boolean): Promise<void> {
	for (const entry of await entriesOf(parent)) {
		const binned = BINNED.test(entry.name);
		if (!entry.isDirectory() || !(binned || hollow)) continue;
		const folder = join(parent, entry.name);
		if (await isLeft(folder, binned)) await rm(folder, { recursive: true, force: true });
	}
}

/** Whether a folder is not needed any more and contains only a capture. One that cannot be read is left alone. */
async function isLeft(folder: string, binned: boolean): Promise<boolean> {
	try {
		if ((await writerOf(folder)) !== undefined) return false;
		const names = await readdir(folder);
		return names.every((name) => OURS.test(name)) && (binned || (await isHollow(folder, names)));
	} catch (error) {
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}

/** Whether a killed process had created a capture's folder without writing an event. */
async function isHollow(folder: string, names: readonly string[]): Promise<boolean> {
	if (!names.includes(LOCK_NAME)) return false;
	const segments = names.filter((name) => segmentNumber(name) !== undefined);
	if (segments.length > 1) return false;
	for (const name of segments) if ((await stat(join(folder, name))).size > HOLLOW_BYTES) return false;
	return true;
}

function notThere(folder: string): WirebenchError {
	return captureError('not-found', 'noCaptureIn', { folder });
}

const PERMISSIONS = ['EACCES', 'EPERM', 'EROFS'];

function refused(error: unknown, folder: string, what: 'Deleted' | 'Restored'): unknown {
	if (error instanceof WirebenchError || !(error instanceof Error && 'code' in error)) return error;
	const details = { errno: String(error.code) };
	if (error.code === 'ENOENT') return notThere(folder);
	if (PERMISSIONS.includes(details.errno)) {
		return captureError('not-permitted', `mayNotBe${what}`, { folder, errno: details.errno }, details);
	}
	return captureError('disk', `couldNotBe${what}`, { folder, errno: details.errno }, details);
}

/** A missing parent has no leftovers. */
async function entriesOf(parent: string) {
	try {
		return await readdir(parent, { withFileTypes: true });
	} catch (error) {
		if (isMissing(error)) return [];
		throw error;
	}
}
