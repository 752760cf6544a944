import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importsOf } from './module-graph.mjs';
import { repositoryFiles } from './repository.mjs';

/** Maximum number of source files in one folder. */
const MOST_FILES = 25;
const LAYERS = /^(common|main|preload|renderer|e2e|bench|\.ci)\//;
const SOURCE = /\.(ts|tsx|mjs)$/;
/** Tests may import anything, and are next to the code that they test. */
const TEST = /\.(test|spec|fixture|child)\.(ts|tsx|mjs)$/;

/** @returns {Map<string, string[]>} the source files of each folder */
export function filesByFolder(files) {
	const folders = new Map();
	for (const file of files) {
		const folder = dirname(file);
		if (!folders.has(folder)) folders.set(folder, []);
		folders.get(folder).push(file);
	}
	return folders;
}

/**
 * Groups of folders that reach each other by imports, type imports counted. A folder and its subfolder are separate.
 * @param {Map<string, string[]>} folders the files of each
 * @param {(file: string) => string[]} imports the files that a file imports, paths from the root
 * @returns {{ folders: string[], imports: string[] }[]} with the imports among them, as `file -> file`
 */
export function folderCycles(folders, imports) {
	const edges = new Map();
	for (const [folder, files] of folders) {
		const reached = new Map();
		for (const file of files) {
			for (const to of imports(file)) {
				const other = dirname(to);
				if (other === folder || !folders.get(other)?.includes(to)) continue;
				reached.set(other, [...(reached.get(other) ?? []), `${file} -> ${to}`]);
			}
		}
		edges.set(folder, reached);
	}
	return connected(edges).map((group) => ({
		folders: group,
		imports: group.flatMap((from) => group.flatMap((to) => edges.get(from).get(to) ?? [])),
	}));
}

/** Tarjan's strongly connected components with more than one member. */
function connected(edges) {
	const index = new Map();
	const low = new Map();
	const stack = [];
	const groups = [];
	const visit = (node) => {
		index.set(node, index.size);
		low.set(node, index.get(node));
		stack.push(node);
		for (const next of edges.get(node).keys()) {
			if (!index.has(next)) visit(next);
			if (stack.includes(next)) low.set(node, Math.min(low.get(node), low.get(next)));
		}
		if (low.get(node) !== index.get(node)) return;
		const group = stack.splice(stack.indexOf(node));
		if (group.length > 1) groups.push(group.sort());
	};
	for (const node of edges.keys()) if (!index.has(node)) visit(node);
	return groups;
}

/** @returns {string[]} a sentence for each folder that has too many files or is part of a cycle */
function judgeFolders() {
	const folders = filesByFolder(
		repositoryFiles().filter((file) => LAYERS.test(file) && SOURCE.test(file) && !TEST.test(file)),
	);
	const large = [...folders].flatMap(([folder, files]) =>
		files.length > MOST_FILES ? [`${folder} holds ${files.length} source files; ${MOST_FILES} at most.`] : [],
	);
	const cycles = folderCycles(folders, importsOf).map(
		(cycle) => `These folders import each other: ${cycle.folders.join(', ')}\n  ${cycle.imports.join('\n  ')}`,
	);
	return [...large, ...cycles];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const faults = judgeFolders();
	for (const fault of faults) console.log(fault);
	process.exitCode = faults.length === 0 ? 0 : 1;
}
