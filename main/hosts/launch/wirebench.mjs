/** `npm run -s wirebench -- ARGS`: the command line from the sources, built first when they have changed. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, ensureBuilt } from './build.mjs';
import { ensureRuntime } from './runtime.mjs';

await ensureRuntime();
try {
	await ensureBuilt({ quiet: true });
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
}
// In this process, so that signals and the exit code are the command's own.
await import(pathToFileURL(join(dist, 'main/cli.js')).href);
