import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOurs, LOCK_NAME, lockFolder, unlockFolder, writerOf } from './format/lock.ts';
import { temporaryFolders } from './recording.fixture.ts';

const newFolder = temporaryFolders();
function made(): string {
	const folder = newFolder();
	mkdirSync(folder);
	return folder;
}

test('a capture names its writer while it is written', async () => {
	const folder = made();
	expect(await writerOf(folder)).toBeUndefined();
	await lockFolder(folder);
	const writer = await writerOf(folder);
	expect(writer).toMatchObject({ pid: process.pid });
	expect(writer && isOurs(writer)).toBe(true);
	await unlockFolder(folder);
	await unlockFolder(folder);
	expect(await writerOf(folder)).toBeUndefined();
	expect(await writerOf(`${folder}/nowhere`)).toBeUndefined();
});

test('a mark is valid while its process runs, and not for a later one with its pid', async () => {
	const folder = made();
	const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
	await once(child, 'spawn');
	await lockFolder(folder);
	const path = join(folder, LOCK_NAME);
	const ours = JSON.parse(readFileSync(path, 'utf8'));
	const { ticks: _, ...unticked } = ours;
	writeFileSync(path, JSON.stringify({ ...unticked, pid: child.pid }));
	const writer = await writerOf(folder);
	expect(writer).toMatchObject({ pid: child.pid });
	expect(writer && isOurs(writer)).toBe(false);
	if (process.platform === 'linux') {
		writeFileSync(path, JSON.stringify({ ...ours, pid: child.pid, ticks: '1' }));
		expect(await writerOf(folder)).toBeUndefined();
		writeFileSync(path, JSON.stringify({ ...unticked, pid: child.pid }));
	}
	child.stdin.end();
	await once(child, 'exit');
	expect(await writerOf(folder)).toBeUndefined();
});

test('a mark of another machine is valid for a day; a truncated mark is ignored', async () => {
	const folder = made();
	const path = join(folder, LOCK_NAME);
	const foreign = { pid: 1, host: 'another.invalid', since: '2026-01-01T00:00:00.000Z' };
	writeFileSync(path, JSON.stringify(foreign));
	expect(await writerOf(folder)).toEqual(foreign);
	const old = Date.now() / 1000 - 90_000;
	utimesSync(folder, old, old);
	expect(await writerOf(folder)).toBeUndefined();
	writeFileSync(path, '{"pid": 1');
	expect(await writerOf(folder)).toBeUndefined();
});
