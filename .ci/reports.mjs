import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Converts a runner's JSON report into one row: the numbers of passed, failed and skipped tests, the reasons of skipped
 * ones, the names of failed ones.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, reasons: string[], failures: string[] }}
 * Row
 * @typedef {{ file: string, seconds: number }} FileTime path from the root, and how long its tests took
 */

const root = join(import.meta.dirname, '..');

/** @param {string} name of the runner @returns {Row} */
export function readVitestReport(json, name) {
	const report = JSON.parse(json);
	const skipped = report.testResults
		.flatMap((file) => file.assertionResults)
		.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status));
	// A suite that could not be loaded has no test of its own that could fail.
	const brokenFiles = report.testResults.filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	);
	const failures = report.testResults.flatMap((file) =>
		file.assertionResults
			.filter((test) => test.status === 'failed')
			.map((test) => `${relative('.', file.name)}: ${test.fullName}: ${reported(test.failureMessages[0])}`),
	);
	const broken = brokenFiles.map((file) => `${relative('.', file.name)} broke off: ${reported(file.message)}`);
	return {
		name,
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles.length,
		skipped: skipped.length,
		reasons: skipped.map((test) => test.fullName),
		failures: [...failures, ...broken],
	};
}

/** The time from a file's first test to the end of its last one. @returns {FileTime[]} */
export function vitestTimes(json) {
	return JSON.parse(json).testResults.map(({ name, startTime, endTime }) => ({
		file: relative(root, name),
		seconds: (endTime - startTime) / 1000,
	}));
}

/** The tests of a file, of all hosts, one after the other. @returns {FileTime[]} */
export function playwrightTimes(json) {
	const sums = new Map();
	for (const suite of JSON.parse(json).suites) {
		for (const spec of specs(suite)) {
			const ms = spec.tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
			const file = `e2e/${spec.file}`;
			sums.set(file, (sums.get(file) ?? 0) + ms / 1000);
		}
	}
	return [...sums].map(([file, seconds]) => ({ file, seconds }));
}

/** Lines of a message that are reported: a property's seed and counterexample are among them. */
const REPORTED_LINES = 12;

/** A message up to its stack, without the colours of a terminal. */
function reported(message = '') {
	const lines = stripVTControlCharacters(message).trim().split('\n');
	const stack = lines.findIndex((line) => /^\s*(at|❯) /.test(line));
	const kept = lines.slice(0, stack === -1 ? undefined : stack).filter((line) => line.trim() !== '');
	return kept.slice(0, REPORTED_LINES).join('\n    ') || 'no message';
}

function* specs(suite) {
	yield* suite.specs ?? [];
	for (const inner of suite.suites ?? []) yield* specs(inner);
}

/** One row a project: the browser host, the double, the real runtime. @returns {Row[]} */
export function readPlaywrightReport(json) {
	const report = JSON.parse(json);
	const rows = new Map();
	for (const suite of report.suites) {
		for (const spec of specs(suite)) {
			for (const test of spec.tests) {
				const name = `e2e in ${test.projectName}`;
				const row = rows.get(name) ?? { name, passed: 0, failed: 0, skipped: 0, skips: [], failures: [] };
				rows.set(name, row);
				if (test.status === 'expected') row.passed++;
				else if (test.status === 'skipped') {
					row.skipped++;
					const why = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
					row.skips.push({ title: spec.title, why });
				} else {
					row.failed++;
					const message = test.results.at(-1)?.error?.message;
					row.failures.push(`${spec.file}:${spec.line} ${spec.title}: ${reported(message)}`);
				}
			}
		}
	}
	return [...rows.values()].map(({ skips, ...row }) => ({ ...row, reasons: collapse(skips) }));
}

/** Tests skipped for the same reason are reported once. */
function collapse(skips) {
	const titles = new Map();
	for (const { title, why = 'no reason given' } of skips) titles.set(why, [...(titles.get(why) ?? []), title]);
	return [...titles].map(([why, all]) => `${all.length === 1 ? all[0] : `${all.length} tests`}: ${why}`);
}
