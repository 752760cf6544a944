import { expect, test } from 'vitest';
import { filesByFolder, folderCycles } from './folders.mjs';

function cyclesOf(graph) {
	return folderCycles(filesByFolder(Object.keys(graph)), (file) => graph[file]);
}

test('folders that import one way are no cycle, nor are files of one folder', () => {
	const graph = { 'a/x.ts': ['a/y.ts', 'b/z.ts'], 'a/y.ts': ['a/x.ts'], 'b/z.ts': ['c/v.ts'], 'c/v.ts': [] };
	expect(cyclesOf(graph)).toEqual([]);
});

test('a cycle of folders is found without a cycle of files, and names only its imports', () => {
	const graph = {
		'a/x.ts': ['b/y.ts', 'd/w.ts'],
		'b/y.ts': [],
		'b/z.ts': ['c/v.ts'],
		'c/v.ts': ['a/u.ts'],
		'a/u.ts': [],
		'd/w.ts': [],
	};
	expect(cyclesOf(graph)).toEqual([
		{ folders: ['a', 'b', 'c'], imports: ['a/x.ts -> b/y.ts', 'b/z.ts -> c/v.ts', 'c/v.ts -> a/u.ts'] },
	]);
});

test('a subfolder is separate: it and its parent may not import each other', () => {
	const graph = { 'a/x.ts': ['a/b/y.ts'], 'a/b/y.ts': ['a/z.ts'], 'a/z.ts': [] };
	expect(cyclesOf(graph).map(({ folders }) => folders)).toEqual([['a', 'a/b']]);
});

test('imports outside of the examined folders do not count', () => {
	expect(cyclesOf({ 'a/x.ts': ['test/t.ts', 'b/y.ts'], 'b/y.ts': [] })).toEqual([]);
});
