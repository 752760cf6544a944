import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files, relative to the root, that a build depends on. */
const SOURCES = [
	'common',
	'main',
	'preload',
	'renderer',
	'assets',
	'packaging',
	'package.json',
	'vite.config.ts',
	'vite.main.config.ts',
	'vite.preload.config.ts',
	'tsconfig.base.json',
	'node_modules/.package-lock.json',
];

/** Files among the sources that no bundle contains; the compiler leaves its own notes (`.tsbuildinfo`) beside them. */
const NOT_BUNDLED = /\.test\.tsx?$|\.fixture\.ts$|\.md$|\.mjs$|\.d\.mts$|\.tsbuildinfo$/;

/**
 * A hash over path, size and modification time of every source. Contents are not read: this runs at every start and
 * must take only a few milliseconds.
 * @param {string} root
 */
export function sourceStamp(root) {
	const hash = createHash('sha256');
	const visit = (path) => {
		const stat = statSync(join(root, path), { throwIfNoEntry: false, bigint: true });
		if (stat === undefined) return;
		if (stat.isDirectory()) {
			for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
		} else if (!NOT_BUNDLED.test(path)) {
			hash.update(`${path}\0${stat.size}\0${stat.mtimeNs}\0`);
		}
	};
	for (const source of SOURCES) visit(source);
	return hash.digest('hex');
}
