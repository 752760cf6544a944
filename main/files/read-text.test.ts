import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readText, readTextSync, UnreadableFile } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebench-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const rules = { mostBytes: 100_000 };

writeFileSync(at('plain'), '\ufeffZwei “二”');
writeFileSync(at('latin'), Buffer.from([0x66, 0xfc]));
writeFileSync(at('huge'), Buffer.alloc(100_001));
mkdirSync(at('dir'));
symlinkSync('loop', at('loop'));
symlinkSync('plain', at('link'));
execFileSync('mkfifo', [at('fifo'), at('other')]);

test('a regular file, also behind a link, is returned as text without the byte order mark', async () => {
	for (const name of ['plain', 'link']) {
		expect(await readText(at(name), rules)).toBe('Zwei “二”');
		expect(readTextSync(at(name), rules)).toBe('Zwei “二”');
	}
});

describe('an unsuitable file is refused at once, with its kind:', () => {
	test.each([
		['dir', 'it is a folder'],
		['fifo', 'it is a named pipe'],
		['/dev/zero', 'it is a device'],
		['huge', 'it has more than 100000 bytes'],
		['latin', 'it is not UTF-8 text'],
		['loop', 'ELOOP'],
		['missing', 'ENOENT'],
	])('%s', async (name, why) => {
		const path = name.startsWith('/') ? name : at(name);
		await expect(readText(path, rules)).rejects.toThrow(why);
		expect(() => readTextSync(path, rules)).toThrow(why);
	});
});

test('an endless device is read up to the limit', async () => {
	await expect(readText('/dev/zero', { ...rules, pipes: true })).rejects.toThrow(UnreadableFile);
});

test('a named pipe is read to its end, however late and slowly it is written', async () => {
	const text = readText(at('fifo'), { ...rules, pipes: true, noWriterMs: 60_000 });
	spawn('bash', ['-c', 'exec >"$1"; printf "one "; sleep 0.1; printf two', 'bash', at('fifo')]);
	expect(await text).toBe('one two');
});

test('a pipe without a writer times out with a sentence', async () => {
	await expect(readText(at('other'), { ...rules, pipes: true, noWriterMs: 40 })).rejects.toThrow('nobody writes to it');
});
