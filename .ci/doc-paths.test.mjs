import { expect, test } from 'vitest';
import { mapDifferences, missingPaths, pathIndex } from './doc-paths.mjs';

const index = pathIndex(['docs/map.md', 'docs/design/tls.md', 'main/engine/proxy/lane.ts', 'README.md']);
const read = () => '# TLS\n\n## Who may connect?\n';
const missingIn = (text) => missingPaths('docs/map.md', text, index, read).map(({ path }) => path);

test('finds relative links and anchors that do not exist', () => {
	expect(missingIn('[a](design/tls.md) [b](../README.md) [c](design) [d](https://example.test/x.md)')).toEqual([]);
	expect(missingIn('[a](tls.md) [b](../main/none.ts)')).toEqual(['tls.md', '../main/none.ts']);
	expect(missingIn('[a](design/tls.md#who-may-connect) [b](#here)\n\n## Here')).toEqual([]);
	expect(missingIn('[a](design/tls.md#gone)')).toEqual(['design/tls.md#gone']);
});

test('finds paths in backticks that do not exist', () => {
	expect(
		missingIn('`main/engine/proxy` `main/engine/proxy/` `main/engine/proxy/lane.ts` `proxy/lane.ts` `lane.ts`'),
	).toEqual([]);
	expect(missingIn('`main/engine/made.ts` (new): the sockets of `lane.ts`')).toEqual([]);
	expect(missingIn('`main/engine/gone` and `line.ts`')).toEqual(['main/engine/gone', 'line.ts']);
});

test('ignores other words in backticks, and fenced blocks', () => {
	expect(
		missingIn(
			'`common/decode/<name>` `main/engine/NAME.ts` `settings.json` `node:net` `a || b`\n```\nmain/gone `x.ts`\n```',
		),
	).toEqual([]);
});

test('gives the line', () => {
	expect(missingPaths('docs/map.md', 'one\n`gone.ts`', index, read)).toEqual([{ line: 2, path: 'gone.ts' }]);
});

test('a map names every folder of a layer, and no other', () => {
	const layer = pathIndex(['main/engine/proxy/lane.ts', 'main/engine/tls/index.ts', 'main/engine/index.ts']);
	expect(
		mapDifferences('| folder | |\n|---|---|\n| `main/engine` | `proxy`, `tls` (certificates), `index.ts` |', layer),
	).toEqual([]);
	expect(mapDifferences('| `main/engine` | `proxy`, `gone` |', layer)).toEqual([
		{ line: 1, path: 'main/engine/gone', problem: 'missing' },
		{ line: 1, path: 'main/engine/tls', problem: 'unlisted' },
	]);
});
