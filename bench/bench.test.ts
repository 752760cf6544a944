import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const LIMIT_MS = 120_000;

/** Runs measurements in their shortest form, as a person would; gives what they wrote for programs. */
function quick(...names: string[]) {
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

test.each([
	['generator', 'datagrams sent'],
	['storm', 'connections'],
	['start', 'ready'],
	['connections', 'echoed again, all open'],
	['live', 'byte to row, p95'],
])('%s runs, and judges', { timeout: LIMIT_MS }, (name, what) => {
	const { stdout, results } = quick(name);
	expect(results).toHaveLength(1);
	const [{ verdicts }] = results;
	const verdict = verdicts.find((each: { what: string }) => each.what === what);
	expect(verdict).toBeDefined();
	expect(stdout).toContain(what);
	expect(verdict.measured.median).toBeGreaterThan(0);
});

test('a first word stands for all measurements that begin with it', { timeout: LIMIT_MS }, () => {
	const { results } = quick('echo', 'echo-small');
	expect(results.map(({ name }: { name: string }) => name)).toEqual(['echo-small', 'echo-large']);
	for (const { verdicts } of results) {
		const bare = verdicts.find(({ what }: { what: string }) => what === 'Wirebench / bare node:net');
		expect(bare?.measured.median).toBeGreaterThan(0);
	}
});

test.runIf(process.platform === 'linux')(
	'udp finds each datagram in the file or says that it is missing',
	{ timeout: LIMIT_MS },
	() => {
		const [{ verdicts }] = quick('udp').results;
		const median = (what: string): number =>
			verdicts.find((each: { what: string }) => each.what === what).measured.median;
		expect(median('generator')).toBeGreaterThan(0);
		// What is not in the file was dropped by the kernel, before we could see it: nothing else is lost.
		expect(median('sent and not in the file')).toBe(median('dropped by the kernel'));
		expect(median('difference of what Wirebench and the kernel count as dropped')).toBe(0);
	},
);

test.runIf(process.platform === 'linux')(
	'memory makes a capture, which million10 opens, reads, filters and searches',
	{ timeout: LIMIT_MS },
	() => {
		const { results } = quick('memory', 'million10');
		const whats = results.flatMap(({ verdicts }: { verdicts: { what: string }[] }) => verdicts.map(({ what }) => what));
		expect(whats).toContain('growth');
		expect(whats).toContain('opened with its index');
		expect(whats).toContain('field filter over all');
	},
);

test('a measurement that is not there is refused with the list of those that are', () => {
	const args = [join(import.meta.dirname, 'run.mjs'), 'echoes'];
	const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS });
	expect(status).toBe(2);
	expect(stderr).toContain('There is no measurement "echoes".');
	expect(stderr).toContain('echo-small');
});
