import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'wirebench-lock-'));
	file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the build lock', () => {
	it('admits one at a time', async () => {
		let inside = 0;
		let most = 0;
		const work = async (): Promise<void> => {
			inside += 1;
			most = Math.max(most, inside);
			await new Promise((resolve) => setImmediate(resolve));
			inside -= 1;
		};
		await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
		expect(most).toBe(1);
		expect(existsSync(file)).toBe(false);
	});

	it('is released when the work fails', async () => {
		const failing = withLock(file, () => Promise.reject(new Error('no')));
		await expect(failing).rejects.toThrow('no');
		expect(existsSync(file)).toBe(false);
	});

	it('is taken from an ended owner', async () => {
		const { pid } = spawnSync(process.execPath, ['--version']);
		writeFileSync(file, String(pid));
		expect(await withLock(file, async () => 'done')).toBe('done');
	});
});
