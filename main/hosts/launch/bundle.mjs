/**
 * Runs the three Vite builds into the folder of the first argument, and writes the licences of what they contain. A
 * separate process, so that the program that needed the build keeps none of the bundler's memory. Prints on stderr only.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesText } from '../../../packaging/notices.ts';

const root = join(import.meta.dirname, '../../..');

const BUNDLES = [
	{ name: 'renderer', configFile: 'vite.config.ts', entry: 'renderer/index.html' },
	{ name: 'main', configFile: 'vite.main.config.ts', entry: 'main/hosts/cli/main.ts' },
	{ name: 'preload', configFile: 'vite.preload.config.ts', entry: 'preload/preload.ts' },
];

/** The bundler's own list of the packages in a bundle. */
const LICENCES = 'licences.json';

const target = process.argv[2];
if (target === undefined) throw new Error('Name the folder to build into.');

const { build, createLogger } = await import('vite');
const logger = createLogger('warn', { console: new console.Console(process.stderr, process.stderr) });
const bundled = [];
for (const { name, configFile, entry } of BUNDLES) {
	if (!existsSync(join(root, entry))) continue;
	const outDir = join(target, name);
	await build({
		configFile: join(root, configFile),
		customLogger: logger,
		logLevel: 'warn',
		build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 1280, license: { fileName: LICENCES } },
	});
	bundled.push(JSON.parse(readFileSync(join(outDir, LICENCES), 'utf8')));
	rmSync(join(outDir, LICENCES));
}
mkdirSync(join(target, 'notices'));
writeFileSync(join(target, 'notices/THIRD-PARTY-NOTICES.txt'), noticesText(bundled));
