import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { namedUnreadable, OPEN_AT_ONCE } from '../../files/index.ts';

/** Bytes of a file that are looked at: a byte order mark and white space in front of JSON. */
const LOOK_BYTES = 256;

/** Whether a path is a capture (a folder, or a file of another program) and no workspace file, which begins as JSON does. Throws `bad-input`. */
export function isCaptureFile(path: string): boolean {
	try {
		const file = openSync(path, OPEN_AT_ONCE);
		try {
			if (fstatSync(file).isDirectory()) return true;
			const start = Buffer.alloc(LOOK_BYTES);
			const text = start.toString('utf8', 0, readSync(file, start));
			return !/^\uFEFF?\s*(\{|$)/.test(text);
		} finally {
			closeSync(file);
		}
	} catch (error) {
		throw namedUnreadable(path, error);
	}
}
