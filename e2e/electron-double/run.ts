/** `node run.ts BUNDLE ARGS...`: runs the main bundle with this double instead of `electron`. */
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const double = new URL('./electron.ts', import.meta.url).href;
registerHooks({
	resolve: (specifier, context, next) =>
		specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context),
});

// Electron's form: the executable, the app, its arguments.
process.argv.splice(1, 1);
const bundle = process.argv[1];
if (bundle === undefined) throw new Error('Name the main bundle.');

const { bundleLoaded } = await import('./app.ts');
await import(pathToFileURL(resolve(bundle)).href);
bundleLoaded();
