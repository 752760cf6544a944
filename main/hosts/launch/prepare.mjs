/** `npm ci` runs this at its end. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * On Windows npm escapes a script's arguments twice when the script's command is a batch file. It searches `exec.cmd` in the
 * folder in which npm was started and among the installed programs, cmd.exe in the root of the clone: with a copy among the
 * programs both find it, whatever the folder.
 * @param {string} root of the clone
 * @param {string} [platform] as in process.platform
 */
export function provideExec(root, platform = process.platform) {
	if (platform === 'win32') copyFileSync(join(root, 'exec.cmd'), join(root, 'node_modules/.bin/exec.cmd'));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
	provideExec(join(import.meta.dirname, '../../..'));
}
