import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { byTier } from '../common/tier.fixture.ts';
import { FIRST_LOAD_KIB } from './start.ts';

const LIMIT_MS = 240_000;
const linux = process.platform === 'linux';

/** The machine-readable result of a measurement. */
interface Result {
	readonly name: string;
	readonly verdicts: readonly { readonly what: string; readonly measured?: { readonly median: number } }[];
}

/** The median of a verdict; fails where there is no such verdict. */
function median(result: Result | undefined, what: string): number {
	const found = result?.verdicts.find((verdict) => verdict.what === what)?.measured;
	if (found === undefined) throw new Error(`There is no figure for "${what}".`);
	return found.median;
}

/** Runs measurements in their shortest form, like a person; returns their machine-readable results. */
function quick(...names: string[]): { stdout: string; results: readonly Result[] } {
	const folder = mkdtempSync(join(tmpdir(), 'wirebench-bench-test-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	const json = join(folder, 'bench.json');
	const args = [join(import.meta.dirname, 'run.mjs'), ...names, '--quick', '--json', json];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS });
	expect(stderr).toBe('');
	expect(status, stdout).toBe(0);
	const { results } = JSON.parse(readFileSync(json, 'utf8'));
	return { stdout, results };
}

/** The other loads use the same machinery, and take most of the time. */
const deep = test.runIf(byTier(false, true));

deep.each([
	['generator', 'datagrams sent'],
	['cost', '64 KiB, 1 connection, 4 in flight: all threads'],
	['storm', 'connections'],
	['connections', 'echoed again, all open'],
	['live', 'byte to row, p95'],
	['interactive', 'interactive'],
	['soak', 'frame to frame, p95'],
])('%s runs, and judges', { timeout: LIMIT_MS }, (name, what) => {
	const { stdout, results } = quick(name);
	expect(results).toHaveLength(1);
	expect(stdout).toContain(what);
	expect(median(results[0], what)).toBeGreaterThan(0);
});

test('start, echo and udp run one after the other; a first word selects all that begin with it', {
	timeout: LIMIT_MS,
}, () => {
	const echo = byTier(['echo-small'], ['echo', 'echo-small']);
	const { stdout, results } = quick('start', ...echo, ...(linux ? ['udp'] : []));
	const [start] = results;
	const echoes = results.filter(({ name }) => name.startsWith('echo'));
	expect(start?.name).toBe('start');
	expect(median(start, 'ready')).toBeGreaterThan(0);
	// A size depends on no machine: here a missed budget is a fault.
	expect(median(start, 'first load, gzipped scripts')).toBeLessThanOrEqual(FIRST_LOAD_KIB);
	expect(echoes.map(({ name }) => name)).toEqual(byTier(['echo-small'], ['echo-small', 'echo-large']));
	for (const each of echoes) expect(median(each, 'Wirebench / bare node:net')).toBeGreaterThan(0);
	for (const what of ['ready', 'Wirebench / bare node:net']) expect(stdout).toContain(what);
	if (!linux) return;
	const udp = results.at(-1);
	expect(median(udp, 'generator')).toBeGreaterThan(0);
	// Datagrams missing in the file were dropped by the kernel before Wirebench could read them: nothing else is lost.
	expect(median(udp, 'sent and not in the file')).toBe(median(udp, 'dropped by the kernel'));
	expect(median(udp, 'difference of what Wirebench and the kernel count as dropped')).toBe(0);
});

test.runIf(byTier(false, linux))(
	'memory makes a capture, which million10 opens, reads, filters and searches',
	{ timeout: LIMIT_MS },
	() => {
		const { results } = quick('memory', 'million10');
		const whats = results.flatMap(({ verdicts }) => verdicts.map(({ what }) => what));
		expect(whats).toContain('growth');
		expect(whats).toContain('opened with its index');
		expect(whats).toContain('field filter over all');
	},
);

test('an unknown measurement is refused with the list of known ones', () => {
	const args = [join(import.meta.dirname, 'run.mjs'), 'echoes'];
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS });
	expect(status).toBe(2);
	expect(stderr).toContain('There is no measurement "echoes".');
	expect(stderr).toContain('echo-small');
});
