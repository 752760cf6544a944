import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const TSC = resolve(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
const MODULES = { module: 'ESNext', moduleResolution: 'bundler', target: 'ES2024', lib: ['ES2024'], types: [] };
const COMPILER_OPTIONS = { ...MODULES, strict: true, noEmit: true, allowImportingTsExtensions: true };

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-words-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the catalogues with a text more in each file that `which` matches; returns the Chinese files, and those that do not compile. */
async function compiled(name: string, which: RegExp): Promise<{ chinese: string[]; failed: string[] }> {
	const copy = join(folder, name);
	cpSync(import.meta.dirname, copy, { recursive: true, filter: (file) => !/\.(test|fixture)\.ts$/.test(file) });
	const files = readdirSync(copy, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
	for (const file of files.filter((one) => which.test(one))) {
		const before = readFileSync(join(copy, file), 'utf8');
		const after = before.replace(
			/^(export const \w+(?:: (?:Texts<)?typeof english(?:\.\w+)?>?)? = \{\n)/m,
			"$1\tonlyHere: '',\n",
		);
		expect(after, file).not.toBe(before);
		writeFileSync(join(copy, file), after);
	}
	writeFileSync(
		join(copy, 'tsconfig.json'),
		JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ['**/*.ts'] }),
	);
	const output = await new Promise<string>((done) => {
		execFile(process.execPath, [TSC, '-p', copy, '--pretty', 'false'], { cwd: copy }, (_error, stdout) => done(stdout));
	});
	const failed = [...output.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file = '']) => file.replaceAll('\\', '/'));
	return { chinese: files.filter((file) => CHINESE.test(file)).sort(), failed: [...new Set(failed)].sort() };
}

const CHINESE = /^zh-han[st]\/.*\.ts$/;

test('a Chinese file with a text that English does not have does not compile', async () => {
	const { chinese, failed } = await compiled('more', CHINESE);
	expect(chinese.length).toBeGreaterThan(0);
	expect(failed.filter((file) => CHINESE.test(file))).toEqual(chinese);
});

test('a Chinese file that lacks a text of English does not compile', async () => {
	const { chinese, failed } = await compiled('fewer', /^en\/.*\.ts$/);
	expect(failed.filter((file) => CHINESE.test(file))).toEqual(chinese);
});
