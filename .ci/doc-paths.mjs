import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryFiles } from './repository.mjs';

const DOCS = /^(docs\/.*\.md|README\.md|CONTRIBUTING\.md)$/;
/** The page that lists the folders of each layer. */
const MAP = 'docs/architecture.md';
const LINK = /\]\(([^)\s]+)\)/g;
/** With the text after it: recipes name new files as `path` (new). */
const QUOTED = /`([^`]+)`( \(new\))?/g;
/** A path from the root: it begins with a folder of the repository. */
const FROM_ROOT = /^(\.ci|assets|bench|common|docs|e2e|main|packaging|preload|renderer)\/[\w.@/-]*$/;
/** The end of a path, as in `proxy/lane.ts`: some file of the repository must end with it. */
const SOURCE = /^[\w@-][\w.@-]*(\/[\w.@-]+)*\.(ts|tsx|mjs|cjs|css|py)$/;

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replaceAll(' ', '-');

/** Lines of a Markdown text that are not in a fenced block, with their numbers from 1. */
function proseLines(text) {
	let fenced = false;
	return text.split('\n').flatMap((line, index) => {
		if (/^\s*```/.test(line)) {
			fenced = !fenced;
			return [];
		}
		return fenced ? [] : [{ line, number: index + 1 }];
	});
}

/** The entries of an index of paths: each file, and each folder above one. */
export function pathIndex(files) {
	const paths = new Set(files);
	for (const file of files) {
		for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) paths.add(folder);
	}
	return { files, paths };
}

/**
 * Links and paths of a Markdown file that do not exist: relative links, anchors, and in backticks paths from the root
 * and names of source files.
 * @param {string} file path from the root
 * @param {string} text
 * @param {{ files: readonly string[], paths: ReadonlySet<string> }} index
 * @param {(path: string) => string} read the text of another Markdown file
 * @returns {{ line: number, path: string }[]} lines from 1
 */
export function missingPaths(file, text, { files, paths }, read) {
	const leads = (target) => {
		if (/^[a-z]+:/.test(target)) return true;
		const [path = '', anchor] = target.split('#');
		const found = path === '' ? file : posix.join(posix.dirname(file), path).replace(/\/$/, '');
		if (!paths.has(found)) return false;
		if (anchor === undefined || !found.endsWith('.md')) return true;
		const headings = proseLines(found === file ? text : read(found)).filter(({ line }) => /^#{1,6} /.test(line));
		return headings.some(({ line }) => anchorOf(line.replace(/^#+ /, '')) === anchor);
	};
	const exists = (path) => {
		// A recipe names files to create.
		if (/\bNAME\b/.test(path)) return true;
		if (FROM_ROOT.test(path)) return paths.has(path.replace(/\/$/, ''));
		return !SOURCE.test(path) || files.some((known) => known === path || known.endsWith(`/${path}`));
	};
	return proseLines(text).flatMap(({ line, number }) => [
		...[...line.matchAll(LINK)].filter(([, target]) => !leads(target)).map(([, path]) => ({ line: number, path })),
		...[...line.matchAll(QUOTED)]
			.filter(([, path, made]) => !made && !exists(path))
			.map(([, path]) => ({ line: number, path })),
	]);
}

/** A row of a table whose first cell is one folder: `| \`main/app\` | … |`. */
const MAP_ROW = /^\| `([\w./-]+)` \|(.*)\|$/;

/**
 * Where a map of folders differs from the repository: each row that begins with a folder must name every folder in it,
 * and no other, in backticks.
 * @param {string} text Markdown
 * @param {{ files: readonly string[] }} index
 * @returns {{ line: number, path: string, problem: 'missing' | 'unlisted' }[]} lines from 1
 */
export function mapDifferences(text, { files }) {
	return proseLines(text).flatMap(({ line, number }) => {
		const [, folder, cell = ''] = MAP_ROW.exec(line) ?? [];
		if (folder === undefined) return [];
		const inside = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
		const there = new Set(inside.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
		const named = [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
		const missing = named.filter((name) => !there.has(name)).map((name) => ({ name, problem: 'missing' }));
		const unlisted = [...there].filter((name) => !named.includes(name)).map((name) => ({ name, problem: 'unlisted' }));
		return [...missing, ...unlisted].map(({ name, problem }) => ({ line: number, path: `${folder}/${name}`, problem }));
	});
}

/** Prints paths in the documentation that the repository does not have. @returns {number} their count */
export function checkDocPaths(say = console.log) {
	const files = repositoryFiles();
	const index = pathIndex(files);
	const read = (path) => readFileSync(path, 'utf8');
	const missing = files
		.filter((file) => DOCS.test(file))
		.flatMap((file) => missingPaths(file, read(file), index, read).map((found) => ({ file, ...found })));
	for (const { file, line, path } of missing) say(`${file}:${line}: ${path} does not exist`);
	const map = mapDifferences(read(MAP), index);
	for (const { line, path, problem } of map) {
		say(`${MAP}:${line}: ${path} ${problem === 'missing' ? 'does not exist' : 'is not on the map'}`);
	}
	return missing.length + map.length;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = checkDocPaths() === 0 ? 0 : 1;
