import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { ensureRuntime } from '../main/hosts/launch/runtime.mjs';
import { chooseChanged } from './changed.mjs';
import { check } from './check.mjs';
import { findChromium } from './chromium.mjs';
import { preferInterpreter } from './python.mjs';
import { runPlaywright, runVitest } from './runners.mjs';
import { moveTemporaryFilesToMemory } from './temporary-folder.mjs';
import { keepTimes } from './times.mjs';

/** The runners, those that find a fault fastest first. */
const RUNNERS = ['check', 'unit', 'components', 'e2e'];
const COMPONENTS = 'vitest.browser.config.ts';

const USAGE = `npm test -- [--only RUNNER] [--deep] [--changed[=REVISION]]

  --only RUNNERS        ${RUNNERS.join(', ')}; several with commas
  --deep                everything that the default tier only samples: by hand, before work on the capture, the hosts
                        or the wire is done
  --changed[=REVISION]  what a change can break, in two minutes: since this branch left main, or since the revision
`;

/** Number of slowest files in the report. */
const SLOWEST = 10;

function readOptions() {
	// parseArgs does not support options with an optional value.
	const args = process.argv.slice(2).map((arg) => (arg === '--changed' ? '--changed=' : arg));
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string' },
			deep: { type: 'boolean', default: false },
			changed: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	const only = values.only?.split(',');
	const wrong = only?.find((name) => !RUNNERS.includes(name));
	if (wrong !== undefined) throw new Error(`--only takes ${RUNNERS.join(', ')}, not "${wrong}".`);
	return { ...values, only };
}

/** The plan of a run: the test files of each runner (undefined: all of them), or false for a runner that is left out. */
function plan({ only, changed }) {
	const chosen =
		changed === undefined
			? { check: true, unit: undefined, components: undefined, e2e: undefined }
			: chooseChanged(changed === '' ? undefined : changed);
	const whyNot = (runner) => {
		if (only !== undefined && !only.includes(runner)) return `--only ${only.join(',')}`;
		if (runner === 'components' && !existsSync(COMPONENTS)) return `there is no ${COMPONENTS}`;
		const files = chosen[runner];
		return files === false || files?.length === 0 ? 'nothing that it tests has changed' : undefined;
	};
	for (const runner of RUNNERS) {
		const why = whyNot(runner);
		if (why === undefined) continue;
		chosen[runner] = false;
		console.log(`Left out: ${runner} (${why}).`);
	}
	return chosen;
}

/** Runs the work, and adds its duration in seconds to its rows. */
async function timed(work) {
	const begin = performance.now();
	const { rows, files = [] } = await work();
	const seconds = (performance.now() - begin) / 1000;
	return { rows, files, seconds };
}

/** The checks keep one core busy while the tests wait for other programs; their output follows when the tests are done. */
async function checkAndUnit(chosen, reports) {
	const unit = () => runVitest('unit and integration', join(reports, 'unit'), { files: chosen.unit });
	if (!chosen.check) return chosen.unit === false ? [] : [{ name: 'unit', ...(await timed(unit)) }];
	const alone = chosen.unit === false;
	const lines = [];
	const say = alone ? console.log : (line) => lines.push(line);
	const [checked, tested] = await Promise.all([
		timed(async () => ({ rows: [await check({ atOnce: alone ? 2 : 1, say })] })),
		alone ? undefined : timed(unit),
	]);
	if (lines.length > 0) console.log(`\n== check\n${lines.join('\n')}`);
	return [{ name: 'check', ...checked }, ...(tested === undefined ? [] : [{ name: 'unit', ...tested }])];
}

/** The one page of the components leaves a third of two cores to e2e; its output follows when both are done. */
async function componentsAndE2e(chosen, reports) {
	const e2e = () => runPlaywright(join(reports, 'e2e'), chosen.e2e);
	const components = (output) =>
		runVitest('components', join(reports, 'components'), { config: COMPONENTS, files: chosen.components, output });
	if (chosen.components === false) return [{ name: 'e2e', ...(await timed(e2e)) }];
	if (chosen.e2e === false) return [{ name: 'components', ...(await timed(() => components())) }];
	const path = join(reports, 'components.log');
	const log = openSync(path, 'w');
	const [tested, walked] = await Promise.all([timed(() => components(log)), timed(e2e)]);
	closeSync(log);
	console.log(`\n== components\n${readFileSync(path, 'utf8')}`);
	return [
		{ name: 'components', ...tested },
		{ name: 'e2e', ...walked },
	];
}

async function runAll(chosen, reports) {
	const results = [];
	if (chosen.check || chosen.unit !== false) {
		console.log(`\n== ${['check', 'unit'].filter((name) => chosen[name] !== false).join(' and ')}`);
		results.push(...(await checkAndUnit(chosen, reports)));
	}
	const inPages = ['components', 'e2e'].filter((name) => chosen[name] !== false);
	if (inPages.length > 0) {
		console.log(`\n== ${inPages.join(' and ')}`);
		results.push(...(await componentsAndE2e(chosen, reports)));
	}
	return results;
}

function tell(results) {
	const files = results.flatMap((result) => result.files);
	const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST);
	if (slowest.length > 0) console.log('\nThe slowest files:');
	for (const { file, seconds } of slowest) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${file}`);
	console.log('');
	for (const { name, seconds } of results) console.log(`${name} took ${seconds.toFixed(0)} s`);
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for (const row of results.flatMap(({ rows }) => rows)) {
		console.log(`${row.name}: ${row.passed} passed, ${row.failed} failed, ${row.skipped} skipped`);
		for (const failure of row.failures) console.log(`  failed: ${failure}`);
		for (const reason of row.reasons) console.log(`  skipped: ${reason}`);
		for (const key of ['passed', 'failed', 'skipped']) sum[key] += row[key];
	}
	console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
	return sum;
}

await ensureRuntime();
const options = readOptions();
if (options.help) {
	console.log(USAGE);
	process.exit(0);
}
process.env.WIREBENCH_TIER = options.deep ? 'deep' : 'default';
const chosen = plan(options);
// The deep tier tests the disk itself.
const memory = options.deep ? undefined : moveTemporaryFilesToMemory();
// Hundreds of tests start the command line: Node compiles the same bundle each time, a tenth of the start.
if (memory !== undefined) process.env.NODE_COMPILE_CACHE = join(memory, 'compiled');
const place = memory === undefined ? 'on the disk' : 'in memory';
console.log(`Node ${process.version}, the ${process.env.WIREBENCH_TIER} tier, temporary files ${place}.`);
if (chosen.e2e !== false || chosen.components !== false) {
	const chromium = await findChromium();
	process.env.WIREBENCH_CHROMIUM = chromium.path;
	console.log(`Browser: ${chromium.path} (${chromium.source}).`);
}

if (chosen.e2e !== false) {
	// Of TypeScript: a Node that cannot read it has been replaced by now.
	const { fetchMissingElectron } = await import('../e2e/support/electron-runtime.ts');
	await fetchMissingElectron(console.log);
}

preferInterpreter();
await ensureBuilt();
const reports = mkdtempSync(join(tmpdir(), 'wirebench-reports-'));
let results = [];
try {
	results = await runAll(chosen, reports);
} finally {
	rmSync(reports, { recursive: true, force: true });
}
keepTimes(results.flatMap(({ files }) => files));
const { passed, failed } = tell(results);
// A change that no test depends on breaks nothing.
process.exitCode = failed === 0 && (passed > 0 || options.changed !== undefined) ? 0 : 1;
