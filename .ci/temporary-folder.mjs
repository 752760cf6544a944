import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../main/hosts/launch/lock.mjs';

/** The file system in memory that Linux systems have. */
const MEMORY = '/dev/shm';
/** Upper bound of what the default tier needs, in bytes: of the file system and of the machine's memory. */
const NEEDED_BYTES = 4 * 2 ** 30;
const NEEDED_MEMORY_BYTES = 8 * 2 ** 30;

/**
 * The name contains the pid of the process that created the folder, so that a later run recognises leftovers. Short,
 * because paths of sockets are limited.
 */
const NAME = /^wb-tests-(\d+)-/;

function hasRoom() {
	try {
		const { bavail, bsize } = statfsSync(MEMORY);
		return bavail * bsize >= NEEDED_BYTES && process.availableMemory() >= NEEDED_MEMORY_BYTES;
	} catch (error) {
		if (error.code === 'ENOENT') return false;
		throw error;
	}
}

/**
 * Puts the temporary files of this process and its children into memory, where there is room: tests of captures wait
 * for the disk a third of their time. The folder is removed when the process ends, also by a signal.
 * @returns {string | undefined} the folder; undefined where the system's own is used
 */
export function moveTemporaryFilesToMemory() {
	if (process.platform !== 'linux' || !hasRoom()) return undefined;
	for (const name of readdirSync(MEMORY)) {
		const pid = Number(NAME.exec(name)?.[1] ?? Number.NaN);
		if (pid > 0 && !isAlive(pid)) rmSync(join(MEMORY, name), { recursive: true, force: true });
	}
	const folder = mkdtempSync(join(MEMORY, `wb-tests-${process.pid}-`));
	// Open to all, like the system's: some of the peers run as another user.
	chmodSync(folder, 0o1777);
	process.env.TMPDIR = folder;
	// Processes that still run after a signal may write into it meanwhile.
	process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => process.exit(128 + constants.signals[signal]));
	}
	return folder;
}
