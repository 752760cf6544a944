/**
 * Runs the three Vite builds into the folder of the first argument. A separate process, so that the program that needed
 * the build keeps none of the bundler's memory. Prints on stderr only.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

const BUNDLES = [
	{ name: 'renderer', configFile: 'vite.config.ts', entry: 'renderer/index.html' },
	{ name: 'main', configFile: 'vite.main.config.ts', entry: 'main/hosts/cli/main.ts' },
	{ name: 'preload', configFile: 'vite.preload.config.ts', entry: 'preload/preload.ts' },
];

const target = process.argv[2];
if (target === undefined) throw new Error('Name the folder to build into.');

const { build, createLogger } = await import('vite');
const logger = createLogger('warn', { console: new console.Console(process.stderr, process.stderr) });
for (const { name, configFile, entry } of BUNDLES) {
	if (!existsSync(join(root, entry))) continue;
	await build({
		configFile: join(root, configFile),
		customLogger: logger,
		logLevel: 'warn',
		build: { outDir: join(target, name), emptyOutDir: true, chunkSizeWarningLimit: 1024 },
	});
}
