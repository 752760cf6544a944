import { namedUnreadable, readTextSync } from '../../../files/index.ts';

/** As large as the files that Wirebench writes itself. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The text of a file that a person named, or of a pipe, as of a shell's `<(…)`. Throws a WirebenchError `bad-input` with
 * the file's name, also for more than `mostBytes`.
 */
export function readNamedText(file: string, mostBytes = MOST_BYTES): string {
	try {
		return readTextSync(file, { mostBytes, pipes: true });
	} catch (error) {
		throw namedUnreadable(file, error);
	}
}
