import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import type { Bench, Options } from './lib/bench.ts';
import { LIMIT_MS, root, watched } from './lib/process.ts';
import { summarise } from './lib/statistics.ts';
import { judge, type Verdict } from './lib/verdict.ts';

const READY_MS = 500;
export const FIRST_LOAD_KIB = 260;

/** Milliseconds from process start to the browser host's ready line. */
async function ready(scratch: string): Promise<number> {
	const data = mkdtempSync(join(scratch, 'start-'));
	const args = [join(root, 'dist/main/cli.js'), 'serve', '--port', '0', '--no-open', '--data', data];
	const from = performance.now();
	const child = watched(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
	const exited = once(child, 'exit');
	const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line', {
		signal: AbortSignal.timeout(LIMIT_MS),
	});
	const took = performance.now() - from;
	child.kill('SIGTERM');
	await exited;
	if (!String(line).includes('"ready":true')) throw new Error(`The browser host began with ${line}`);
	return took;
}

/** Milliseconds of an empty Node program: the lower limit of the budget. */
async function bareNode(): Promise<number> {
	const from = performance.now();
	await once(spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' }), 'exit');
	return performance.now() - from;
}

/** Gzipped KiB of the scripts in the page: what a browser loads before it shows anything. */
function firstLoad(): number {
	const folder = join(root, 'dist/renderer');
	const page = readFileSync(join(folder, 'index.html'), 'utf8');
	const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path]) => path ?? '');
	if (scripts.length === 0) throw new Error('The page names no script.');
	const sizes = scripts.map((path) => gzipSync(readFileSync(join(folder, path))).length);
	return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}

export const bench: Bench = {
	title: 'the browser host, from the start of its process to the line that it is ready; the size of its page',
	async run({ quick, rounds, scratch, say }: Options): Promise<Verdict[]> {
		const times: number[] = [];
		const bare: number[] = [];
		for (let round = 0; round < (quick ? 1 : rounds * 2); round += 1) {
			times.push(await ready(scratch));
			bare.push(await bareNode());
		}
		say(`  Node alone starts and ends in ${summarise(bare).median.toFixed(0)} ms`);
		return [
			judge('ready', 'most', READY_MS, 'ms', summarise(times)),
			judge('first load, gzipped scripts', 'most', FIRST_LOAD_KIB, 'KiB', summarise([firstLoad()])),
		];
	},
};
