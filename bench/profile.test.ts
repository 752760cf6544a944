import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { startListen } from './lib/wirebench-server.ts';

test('--profile writes a profile of each thread', { timeout: 120_000 }, async () => {
	await ensureBuilt({ quiet: true });
	const folder = mkdtempSync(join(tmpdir(), 'wirebench profile '));
	process.env.WIREBENCH_BENCH_PROFILE = folder;
	onTestFinished(() => {
		delete process.env.WIREBENCH_BENCH_PROFILE;
		rmSync(folder, { recursive: true });
	});
	const server = await startListen(['tcp://127.0.0.1:0']);
	await server.finish();
	server.remove();
	const profiles = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
	expect(profiles.some((text) => text.includes('capture-writer'))).toBe(true);
});
