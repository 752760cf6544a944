import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './lock.mjs';

/** `NAME.PID.part`: each process has its own, so that two never write to one. */
const PARTIAL = /^(.+)\.(\d+)\.part$/;

/** Bytes of a file; 0 where there is none. */
export const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Renames a file; false when another process was faster. */
function taken(from, to) {
	try {
		renameSync(from, to);
		return true;
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
		return false;
	}
}

/**
 * The file into which this process downloads `name`. It continues what an ended process has left of the same name; other
 * leftovers of ended processes are removed, folders too.
 * @param {string} folder
 * @param {string} name
 * @returns {string}
 */
export function partialFile(folder, name) {
	const mine = join(folder, `${name}.${process.pid}.part`);
	const left = readdirSync(folder)
		.map((file) => ({ file: join(folder, file), found: PARTIAL.exec(file) }))
		.filter(({ file, found }) => found !== null && file !== mine && !isAlive(Number(found[2])))
		.sort((a, b) => sizeOf(b.file) - sizeOf(a.file));
	const longest = left.find(({ file, found }) => found[1] === name && taken(file, mine));
	for (const other of left) if (other !== longest) rmSync(other.file, { recursive: true, force: true });
	return mine;
}
