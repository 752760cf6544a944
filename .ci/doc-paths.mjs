import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryFiles } from './repository.mjs';

const DOCS = /^(docs\/.*\.md|README\.md|CONTRIBUTING\.md)$/;
const LINK = /\]\(([^)\s]+)\)/g;
const QUOTED = /`([^`]+)`/g;
/** A path from the root: it begins with a folder of the repository. */
const FROM_ROOT = /^(\.ci|assets|bench|common|docs|e2e|main|preload|renderer)\/[\w.@/-]*$/;
/** The end of a path, as in `proxy/lane.ts`: some file of the repository has to end so. */
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

/** What an index of paths holds: each file, and each folder that leads to one. */
export function pathIndex(files) {
	const paths = new Set(files);
	for (const file of files) {
		for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) paths.add(folder);
	}
	return { files, paths };
}

/**
 * Links and paths of a Markdown file that lead nowhere: relative links, anchors, and in backticks paths from the root and
 * names of source files.
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
		if (FROM_ROOT.test(path)) return paths.has(path.replace(/\/$/, ''));
		return !SOURCE.test(path) || files.some((known) => known === path || known.endsWith(`/${path}`));
	};
	return proseLines(text).flatMap(({ line, number }) => [
		...[...line.matchAll(LINK)].filter(([, target]) => !leads(target)).map(([, path]) => ({ line: number, path })),
		...[...line.matchAll(QUOTED)].filter(([, path]) => !exists(path)).map(([, path]) => ({ line: number, path })),
	]);
}

/** Prints what the documentation names and the repository does not have. @returns {number} how much that is */
export function checkDocPaths(say = console.log) {
	const files = repositoryFiles();
	const index = pathIndex(files);
	const read = (path) => readFileSync(path, 'utf8');
	const missing = files
		.filter((file) => DOCS.test(file))
		.flatMap((file) => missingPaths(file, read(file), index, read).map((found) => ({ file, ...found })));
	for (const { file, line, path } of missing) say(`${file}:${line}: ${path} does not exist`);
	return missing.length;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = checkDocPaths() === 0 ? 0 : 1;
