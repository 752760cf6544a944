import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { dist } from '../main/hosts/launch/build.mjs';

const bundle = pathToFileURL(join(dist, 'main/cli.js')).href;

/**
 * Lets modules that start threads start the bundle's, as if they stood in the bundle themselves. A thread from the
 * sources reads some sixty TypeScript files before it begins, which costs half a second of processor time each time.
 * The bundle is made of the same sources (`ensureBuilt`).
 */
export const bundledThreads: Plugin = {
	name: 'bundled-threads',
	enforce: 'pre',
	transform: {
		filter: { id: /\/main\/.*\.ts$/, code: /new Worker\(new URL\(/ },
		handler: (code) => ({ code: code.replaceAll('import.meta.url', JSON.stringify(bundle)), map: null }),
	},
};
