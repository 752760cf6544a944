import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';

/** Starts reader threads, without a limit and with one; prints the largest sizes of their heaps. */
const PROGRAM = `
import { startWorker } from ${JSON.stringify(new URL('./start.ts', import.meta.url).href)};
const sizeOf = async (resourceLimits) => {
	const workerData = { source: process.argv[1], shift: 0 };
	const worker = startWorker('capture-reader', { workerData, resourceLimits });
	await new Promise((resolve) => worker.once('online', resolve));
	const { heap_size_limit } = await worker.getHeapStatistics();
	await worker.terminate();
	return heap_size_limit;
};
console.log(JSON.stringify([await sizeOf({}), await sizeOf({ maxYoungGenerationSizeMb: 8 })]));
`;

test('the young generation of a thread has its limit, whatever the process was started with', {
	timeout: 60_000,
}, () => {
	const sizes = ['--min-semi-space-size=32', '--max-semi-space-size=64'];
	const args = [...sizes, '--input-type=module', '--eval', PROGRAM, tmpdir()];
	const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
	expect(stderr).toBe('');
	const [free = 0, limited = 0] = JSON.parse(stdout);
	expect((free - limited) / 2 ** 20).toBeGreaterThan(64);
});
