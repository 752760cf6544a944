import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { ensureRuntime } from '../main/hosts/launch/runtime.mjs';
import { check } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { readPlaywrightReport, readVitestReport } from './reports.mjs';

/** The runners, in the order in which a fault is cheapest to find. */
const RUNNERS = ['check', 'unit', 'e2e'];

/** Runs a command on our own output; gives its exit code. */
function run(command, args, env = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env },
			shell: process.platform === 'win32',
		});
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/** A runner that ended badly without saying which test failed still counts as one failure. */
function withExitCode(rows, code, name) {
	const failed = rows.reduce((sum, row) => sum + row.failed, 0);
	return code !== 0 && failed === 0
		? [...rows, { name, passed: 0, failed: 1, skipped: 0, reasons: [], failures: [`ended with ${code}`] }]
		: rows;
}

async function unit(reports) {
	const file = join(reports, 'unit.json');
	const faults = join(reports, 'unit-faults.json');
	const reporters = ['default', 'json', './.ci/faults-reporter.mjs'].map((reporter) => `--reporter=${reporter}`);
	const code = await run('vitest', ['run', ...reporters, `--outputFile.json=${file}`], { WIREBENCH_FAULTS: faults });
	const row = readVitestReport(readFileSync(file, 'utf8'));
	row.failures.push(...JSON.parse(readFileSync(faults, 'utf8')));
	return withExitCode([row], code, 'unit and integration (runner)');
}

async function e2e(reports) {
	const file = join(reports, 'e2e.json');
	const code = await run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file });
	return withExitCode(readPlaywrightReport(readFileSync(file, 'utf8')), code, 'e2e (runner)');
}

await ensureRuntime();
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = RUNNERS.filter((runner) => values.only === undefined || runner === values.only);
if (chosen.length === 0) throw new Error(`--only takes one of ${RUNNERS.join(', ')}.`);

const chromium = await findChromium();
process.env.WIREBENCH_CHROMIUM = chromium.path;
console.log(`Browser: ${chromium.path} (${chromium.source}). Node: ${process.version}.`);

await ensureBuilt();
const reports = mkdtempSync(join(tmpdir(), 'wirebench-reports-'));
const rows = [];
try {
	for (const runner of chosen) {
		console.log(`\n== ${runner}`);
		if (runner === 'check') rows.push(await check());
		if (runner === 'unit') rows.push(...(await unit(reports)));
		if (runner === 'e2e') rows.push(...(await e2e(reports)));
	}
} finally {
	rmSync(reports, { recursive: true, force: true });
}

console.log('');
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const row of rows) {
	console.log(`${row.name}: ${row.passed} passed, ${row.failed} failed, ${row.skipped} skipped`);
	for (const failure of row.failures) console.log(`  failed: ${failure}`);
	for (const reason of row.reasons) console.log(`  skipped: ${reason}`);
	for (const key of ['passed', 'failed', 'skipped']) sum[key] += row[key];
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
