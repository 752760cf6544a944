/** `node run.ts BUNDLE ARGS...`: runs the main bundle with this double instead of `electron`. */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFromArchives } from './asar.ts';
import { circumstances } from './circumstances.ts';

const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
	resolve: (specifier, context, next) =>
		specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
});

// Electron's form: the executable, the app, its arguments.
process.argv.splice(1, 1);
const bundle = process.argv[1];
if (bundle === undefined) throw new Error('Name the main bundle.');
if (circumstances.packaged) process.argv.splice(1, 1);

if (/\.asar[\\/]/.test(bundle)) readFromArchives();
const { bundleLoaded } = await import('./app.ts');
const { dialog } = await import('./dialogs.ts');
if (circumstances.platform !== undefined) Object.defineProperty(process, 'platform', { value: circumstances.platform });

// As Electron's own init script: without a handler of the app an uncaught error is shown, and the app goes on.
process.on('uncaughtException', (error) => {
	if (process.listenerCount('uncaughtException') > 1) return;
	dialog.showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${error.stack}`);
});

try {
	await import(pathToFileURL(resolve(bundle)).href);
} catch (error) {
	console.error(error);
	process.exit(1);
}
bundleLoaded();
