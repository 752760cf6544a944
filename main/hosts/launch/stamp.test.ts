import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceStamp } from './stamp.mjs';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'wirebench-stamp-'));
	await mkdir(join(root, 'main'));
	await writeFile(join(root, 'main/program.ts'), 'export const a = 1;');
});
afterEach(() => rm(root, { recursive: true }));

test.each(['program.test.ts', 'samples.fixture.ts', 'README.md', 'check.mjs', 'tsconfig.tsbuildinfo'])(
	'%s beside the sources makes no new build necessary',
	async (name) => {
		const before = sourceStamp(root);
		await writeFile(join(root, 'main', name), 'something');
		expect(sourceStamp(root)).toBe(before);
	},
);

test('a source that is added or changed makes one necessary', async () => {
	const before = sourceStamp(root);
	await writeFile(join(root, 'main/other.ts'), '');
	const added = sourceStamp(root);
	expect(added).not.toBe(before);
	await writeFile(join(root, 'main/program.ts'), 'export const a = 12;');
	expect(sourceStamp(root)).not.toBe(added);
});
