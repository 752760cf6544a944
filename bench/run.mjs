/** `npm run bench [-- NAME...] [OPTIONS]`: measurements, each next to its peer or its limit in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from '../.ci/chromium.mjs';
import { ensureBuilt } from '../main/hosts/launch/build.mjs';
import { ensureRuntime } from '../main/hosts/launch/runtime.mjs';

const BENCHES = [
	'echo-small',
	'echo-large',
	'cost',
	'udp',
	'generator',
	'connections',
	'storm',
	'live',
	'memory',
	'million10',
	'messages10',
	'messages10-fields',
	'fields',
	'start',
	'interactive',
	'soak',
];
const IN_CHROMIUM = ['connections', 'live', 'interactive', 'soak'];
const USAGE = `npm run bench [-- NAME...] [--rounds N] [--quick] [--seconds N] [--json FILE] [--strict] [--profile FOLDER]
  NAME       one of ${BENCHES.join(', ')}, or the first word of several (echo); all of them without
  --rounds   rounds of interleaved pairs, 5 unless set
  --quick    seconds instead of minutes, to see that it runs: its figures say nothing
  --seconds  duration of soak, 1200 unless set
  --json     writes what was measured there too
  --strict   a missed budget is exit code 1
  --profile  writes processor profiles of every thread of Wirebench there (.cpuprofile)`;

await ensureRuntime();
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		rounds: { type: 'string', default: '5' },
		quick: { type: 'boolean', default: false },
		seconds: { type: 'string' },
		json: { type: 'string' },
		strict: { type: 'boolean', default: false },
		profile: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
const rounds = Number(values.rounds);
const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
/** The measurements of a name: the one with that name, or all whose first word it is. */
const named = (name) => BENCHES.filter((bench) => bench === name || bench.startsWith(`${name}-`));
const unknown = positionals.find((name) => named(name).length === 0);
const isWrong = !Number.isInteger(rounds) || rounds < 1 || !(seconds === undefined || seconds > 0);
if (values.help || unknown !== undefined || isWrong) {
	const why = unknown === undefined ? '' : `There is no measurement "${unknown}".\n`;
	process.stderr.write(`${why}${USAGE}\n`);
	process.exit(values.help ? 0 : 2);
}

const names = positionals.length > 0 ? [...new Set(positionals.flatMap(named))] : BENCHES;
if (values.profile !== undefined) process.env.WIREBENCH_BENCH_PROFILE = values.profile;
if (names.some((name) => IN_CHROMIUM.includes(name))) process.env.WIREBENCH_CHROMIUM = (await findChromium()).path;
// All output of a run is in this folder, which is removed at the end.
const scratch = mkdtempSync(join(tmpdir(), 'wirebench-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
try {
	await ensureBuilt();
	const { runAll } = await import('./lib/run-all.ts');
	const missed = await runAll(names, { quick: values.quick, rounds, seconds, scratch }, values.json);
	if (values.strict && missed > 0) process.exitCode = 1;
} catch (error) {
	process.stderr.write(`${error.stack}\n`);
	process.exitCode = 1;
}
