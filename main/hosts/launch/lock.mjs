import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Age in milliseconds at which a lock counts as abandoned: a process id may have been reused. */
const STALE_AFTER_MS = 5 * 60_000;
/** Milliseconds between two checks of a lock held by another process. */
const LOOK_EVERY_MS = 50;

/** @param {number} pid */
export function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}

/** Removes a lock whose owner has ended. Two processes may do so at once; see withLock for why that is harmless. */
function removeIfStale(file) {
	try {
		const pid = Number(readFileSync(file, 'utf8'));
		const age = Date.now() - statSync(file).mtimeMs;
		if (!isAlive(pid) || age > STALE_AFTER_MS) rmSync(file, { force: true });
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
	}
}

/** A hard link appears with its content in one step, so that no process reads a lock without its owner. */
function tryLock(file) {
	const mine = `${file}.${process.pid}`;
	writeFileSync(mine, String(process.pid));
	try {
		linkSync(mine, file);
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		return false;
	} finally {
		rmSync(mine, { force: true });
	}
}

/**
 * Runs `work` while holding the lock `file`. The lock only saves work: when two processes remove a dead owner's lock at
 * the same moment both may run, and the work must tolerate that.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
	while (!tryLock(file)) {
		removeIfStale(file);
		await delay(LOOK_EVERY_MS);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}
