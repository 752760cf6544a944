import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Fills the young generation of a process and of a thread of it; prints the sizes in MiB, and the switch for pages. */
const PROGRAM = `
import { getHeapSpaceStatistics } from 'node:v8';
import { Worker } from 'node:worker_threads';
const FILL = \`
	const kept = [];
	for (let index = 0; index < 200_000; index++) kept[index % 20_000] = { index, list: [index] };
\`;
const SIZE = "getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 2 ** 20";
const result = {};
if (process.argv[1] !== 'plain') {
	const { enlargeYoungGeneration } = await import(process.argv[1]);
	enlargeYoungGeneration({
		getSwitchValue: () => '--stack-size=900',
		appendSwitch: (name, value) => Object.assign(result, { [name]: value }),
	});
}
result.main = new Function('getHeapSpaceStatistics', FILL + 'return ' + SIZE)(getHeapSpaceStatistics);
const code = "import { getHeapSpaceStatistics } from 'node:v8'; import { parentPort } from 'node:worker_threads';";
new Worker(code + FILL + 'parentPort.postMessage(' + SIZE + ')', { eval: true }).on('message', (thread) => {
	console.log(JSON.stringify({ ...result, thread }));
});
`;

const run = (module: string, flags: readonly string[] = []): Record<string, unknown> =>
	JSON.parse(
		execFileSync(process.execPath, [...flags, '--input-type=module', '-e', PROGRAM, module], { encoding: 'utf8' }),
	);

it('gives a running process and its threads the sizes of the measured runs, and its pages the switch', () => {
	const sizes = ['--min-semi-space-size=32', '--max-semi-space-size=64'];
	const measured = run('plain', sizes);
	const enlarged = run(join(import.meta.dirname, 'young-generation.ts'));
	expect(enlarged['js-flags']).toBe(`--stack-size=900 ${sizes.join(' ')}`);
	expect(enlarged.thread).toBe(measured.thread);
	expect(enlarged.main).toBeGreaterThanOrEqual(Number(measured.main));
	const plain = run('plain');
	expect(plain.main).toBeLessThan(Number(measured.main));
	expect(plain.thread).toBeLessThan(Number(measured.thread));
});
