import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { playwrightTimes, readPlaywrightReport, readVitestReport, vitestTimes } from './reports.mjs';

/** Runs a command with our output, or with its output in a file; returns its exit code. */
function run(command, args, { env = {}, output = 'inherit' } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			stdio: ['ignore', output, output],
			env: { ...process.env, ...env },
			shell: process.platform === 'win32',
		});
		child.on('error', reject);
		child.on('close', (code) => resolve(code ?? 1));
	});
}

/** A runner that failed without naming a test still counts as one failure. */
function withExitCode(rows, code, name) {
	const failed = rows.reduce((sum, row) => sum + row.failed, 0);
	return code !== 0 && failed === 0
		? [...rows, { name, passed: 0, failed: 1, skipped: 0, reasons: [], failures: [`ended with ${code}`] }]
		: rows;
}

/**
 * @param {string} name of the row
 * @param {string} place path of the reports, without an ending
 * @param {{ files?: string[], config?: string, output?: number }} options all files by default; `output`: an open file for what it prints
 */
export async function runVitest(name, place, { files = [], config, output } = {}) {
	const report = `${place}.json`;
	const faults = `${place}-faults.json`;
	const reporters = ['default', 'json', './.ci/faults-reporter.mjs'].map((reporter) => `--reporter=${reporter}`);
	const configs = config === undefined ? [] : ['--config', config];
	const args = ['run', ...configs, ...reporters, `--outputFile.json=${report}`, ...files];
	const code = await run('vitest', args, { env: { WIREBENCH_FAULTS: faults }, output });
	const json = readFileSync(report, 'utf8');
	const row = readVitestReport(json, name);
	row.failures.push(...JSON.parse(readFileSync(faults, 'utf8')));
	return { rows: withExitCode([row], code, `${name} (runner)`), files: vitestTimes(json) };
}

/** @param {string} place path of the report, without an ending @param {string[]} [files] all specs by default */
export async function runPlaywright(place, files = []) {
	const report = `${place}.json`;
	const code = await run('playwright', ['test', '--reporter=list,json', ...files], {
		env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
	});
	const json = readFileSync(report, 'utf8');
	return { rows: withExitCode(readPlaywrightReport(json), code, 'e2e (runner)'), files: playwrightTimes(json) };
}
