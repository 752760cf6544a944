import { spawnSync } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

/**
 * Puts the folder of Python's interpreter first in PATH. The `python3` of a version manager is a script that searches
 * for the interpreter each time, which takes ten times as long as starting it, and the tests start hundreds.
 */
export function preferInterpreter() {
	const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' });
	if (status !== 0) return;
	const folder = dirname(stdout.trim());
	const { PATH = '' } = process.env;
	if (!PATH.split(delimiter).includes(folder)) process.env.PATH = folder + delimiter + PATH;
}
