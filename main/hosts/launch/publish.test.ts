import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish } from './publish.mjs';

let folder = '';
const put = (file: string, text: string): void => {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
};

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('publishing a build', () => {
	it('moves referenced files first, and pages last', () => {
		for (const file of ['index.html', 'cli.js', 'assets/chunk-AbCd1234.js']) put(`fresh/${file}`, 'new');
		expect(publish(join(folder, 'fresh'), join(folder, 'target'), [])).toEqual([
			'assets/chunk-AbCd1234.js',
			'cli.js',
			'index.html',
		]);
	});

	it('keeps the files of the previous build, and removes older ones', () => {
		put('fresh/cli.js', 'new');
		put('target/cli.js', 'old');
		put('target/chunk-previous.js', 'previous');
		put('target/chunk-older.js', 'older');
		publish(join(folder, 'fresh'), join(folder, 'target'), ['cli.js', 'chunk-previous.js']);
		expect(readFileSync(join(folder, 'target/cli.js'), 'utf8')).toBe('new');
		expect(existsSync(join(folder, 'target/chunk-previous.js'))).toBe(true);
		expect(existsSync(join(folder, 'target/chunk-older.js'))).toBe(false);
	});
});
