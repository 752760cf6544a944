import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';

/** Paths in imports, also dynamic ones, and in `new URL('…', import.meta.url)`: programs that a test starts. */
const REFERENCES = [
	/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g,
	/new URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
];

/** Tests that start built programs depend on the sources of the build, without importing them. */
const BUILT = [
	{ from: 'main/hosts/cli/testing/cli.fixture.ts', to: ['main/hosts/cli/main.ts', 'renderer/main.tsx'] },
	{ from: 'e2e/support/launch.ts', to: ['main/hosts/cli/main.ts', 'main/hosts/electron/main.ts', 'renderer/main.tsx'] },
	{ from: 'main/hosts/electron/main.ts', to: ['preload/preload.ts'] },
];

/** A thread is started by its name: `capture-reader` is main/capture/reader-thread.ts. */
function threadsOf(text) {
	return [...text.matchAll(/'(capture|engine)-([a-z]+)'/g)].map(
		([, layer, entry]) => `main/${layer}/${entry}-thread.ts`,
	);
}

/** The files that a file imports, also as types and dynamically. @returns {string[]} paths from the root */
export function importsOf(file, text = readFileSync(file, 'utf8')) {
	return [...text.matchAll(REFERENCES[0])]
		.map(([, path = '']) => posix.join(dirname(file), path))
		.filter((path) => existsSync(path));
}

/** The files and folders that a file references. @returns {string[]} paths from the root */
export function referencesOf(file, text = readFileSync(file, 'utf8')) {
	const named = REFERENCES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, path = '']) => path)).map((path) =>
		posix.join(dirname(file), path),
	);
	const built = BUILT.filter(({ from }) => from === file).flatMap(({ to }) => to);
	return [...named, ...built, ...threadsOf(text)].filter((path) => existsSync(path));
}

const isSource = (path) => /\.(ts|tsx|mjs)$/.test(path) && statSync(path).isFile();

/**
 * The distance from a file to the nearest changed one, in steps of the module graph, and which one it is. A referenced
 * folder stands for its files.
 * @param {string} start path from the root
 * @param {ReadonlySet<string>} changed paths from the root
 * @param {Map<string, string[]>} cache of references, shared among calls
 * @returns {{ distance: number, by: string } | undefined} undefined when no changed file is reachable
 */
export function nearestChange(start, changed, cache) {
	const seen = new Set([start]);
	let row = [start];
	for (let distance = 0; row.length > 0; distance++) {
		for (const file of row) {
			if (changed.has(file)) return { distance, by: file };
			if (isSource(file)) continue;
			const inside = [...changed].find((path) => path.startsWith(`${file.replace(/\/$/, '')}/`));
			if (inside !== undefined) return { distance, by: inside };
		}
		const next = [];
		for (const file of row.filter(isSource)) {
			if (!cache.has(file)) cache.set(file, referencesOf(file));
			for (const path of cache.get(file)) {
				if (seen.has(path)) continue;
				seen.add(path);
				next.push(path);
			}
		}
		row = next;
	}
	return undefined;
}
