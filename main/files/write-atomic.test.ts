import {
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { mountMissing, smallDisks } from '../capture/disk.fixture.ts';
import { sweepUnfinished, writeAtomic } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebench-write-'));
afterAll(() => rmSync(folder, { recursive: true }));
const newDisk = smallDisks();

test('a file is created with its folders, readable by its owner only, and replaced', async () => {
	const file = join(folder, 'not', 'yet', 'file');
	await writeAtomic(file, 'one');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	await writeAtomic(file, 'two');
	expect(readFileSync(file, 'utf8')).toBe('two');
	expect(readdirSync(join(file, '..'))).toEqual(['file']);
});

test('a link stays one: the file behind it is replaced', async () => {
	writeFileSync(join(folder, 'target'), 'one');
	symlinkSync('target', join(folder, 'link'));
	await writeAtomic(join(folder, 'link'), 'two');
	expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
	expect(readFileSync(join(folder, 'target'), 'utf8')).toBe('two');
});

test('where it cannot be replaced, an error says so and nothing is left over', async () => {
	mkdirSync(join(folder, 'a-folder'));
	const before = readdirSync(folder);
	await expect(writeAtomic(join(folder, 'a-folder'), 'text')).rejects.toMatchObject({ code: 'EISDIR' });
	expect(readdirSync(folder)).toEqual(before);
});

test('what a killed process left is removed once it is old; what another one writes now is not', async () => {
	const file = join(folder, 'swept');
	for (const name of ['swept.1.tmp', 'swept.2.tmp', 'other.1.tmp', 'swept']) writeFileSync(join(folder, name), '');
	for (const name of ['swept.1.tmp', 'other.1.tmp', 'swept']) utimesSync(join(folder, name), 1, 1);
	await sweepUnfinished(file);
	await sweepUnfinished(join(folder, 'no-such-folder', 'file'));
	const left = readdirSync(folder).filter((name) => name.includes('swept') || name.includes('other'));
	expect(left.sort()).toEqual(['other.1.tmp', 'swept', 'swept.2.tmp']);
});

test.skipIf(mountMissing !== undefined)('on a disk without room the old file stays whole', async () => {
	const disk = newDisk(1 << 20);
	const file = join(disk, 'file');
	await writeAtomic(file, 'old');
	await expect(writeAtomic(file, 'x'.repeat(2 << 20))).rejects.toMatchObject({ code: 'ENOSPC' });
	expect(readFileSync(file, 'utf8')).toBe('old');
	expect(readdirSync(disk)).toEqual(['file']);
});
