/**
 * Runs command lines of the built program one after the other in this process: each is a message with its environment
 * variables; the last line of either output has its exit code.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from '../../launch/build.mjs';

const { runCommandLine }: typeof import('../program.ts') = await import(
	pathToFileURL(join(dist, 'main/command-line.js')).href
);
const own = { ...process.env };

process.on('message', async ({ args, env }: { args: readonly string[]; env: Readonly<Record<string, string>> }) => {
	Object.assign(process.env, env);
	const last = `exit code ${await runCommandLine(args)}\n`;
	for (const name of Object.keys(env)) {
		const { [name]: before } = own;
		if (before === undefined) delete process.env[name];
		else process.env[name] = before;
	}
	process.stdout.write(last);
	process.stderr.write(last);
});
// Temporary folders are removed at the end of the process.
process.once('disconnect', () => process.exit());
process.send?.('ready');
