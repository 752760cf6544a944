import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * What a runner's JSON report says, as one row: how many tests passed, failed and were skipped, and for the
 * skipped ones why, for the failed ones which.
 * @typedef {{ name: string, passed: number, failed: number, skipped: number, reasons: string[], failures: string[] }} Row
 */

/** @returns {Row} */
export function readVitestReport(json) {
	const report = JSON.parse(json);
	const skipped = report.testResults
		.flatMap((file) => file.assertionResults)
		.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status));
	// A suite that could not even be loaded has no test of its own to fail.
	const brokenFiles = report.testResults.filter(
		(file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
	);
	const failures = report.testResults.flatMap((file) =>
		file.assertionResults
			.filter((test) => test.status === 'failed')
			.map((test) => `${relative('.', file.name)}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`),
	);
	const broken = brokenFiles.map((file) => `${relative('.', file.name)} broke off: ${firstLine(file.message)}`);
	return {
		name: 'unit and integration',
		passed: report.numPassedTests,
		failed: report.numFailedTests + brokenFiles.length,
		skipped: skipped.length,
		reasons: skipped.map((test) => test.fullName),
		failures: [...failures, ...broken],
	};
}

/** Of a message, without the colours of a terminal. */
function firstLine(message = '') {
	return stripVTControlCharacters(message).trim().split('\n')[0] || 'no message';
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
					row.failures.push(`${spec.file}:${spec.line} ${spec.title}: ${firstLine(message)}`);
				}
			}
		}
	}
	return [...rows.values()].map(({ skips, ...row }) => ({ ...row, reasons: collapse(skips) }));
}

/** Many tests skipped for one reason are said once. */
function collapse(skips) {
	const titles = new Map();
	for (const { title, why = 'no reason given' } of skips) titles.set(why, [...(titles.get(why) ?? []), title]);
	return [...titles].map(([why, all]) => `${all.length === 1 ? all[0] : `${all.length} tests`}: ${why}`);
}
