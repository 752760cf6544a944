import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { dist } from '../main/hosts/launch/build.mjs';

const bundle = pathToFileURL(join(dist, 'main/cli.js')).href;

/**
 * Makes modules that start threads use the bundled ones, as in the built program. A thread from the sources loads some
 * sixty TypeScript files first, which costs half a second of processor time each time. The bundle is built from the
 * same sources (`ensureBuilt`).
 */
export const bundledThreads: Plugin = {
	name: 'bundled-threads',
	enforce: 'pre',
	transform: {
		filter: { id: /\/main\/.*\.ts$/, code: /new Worker\(new URL\(/ },
		handler: (code) => ({ code: code.replaceAll('import.meta.url', JSON.stringify(bundle)), map: null }),
	},
};
