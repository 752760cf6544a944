import type { Bench, Options } from './lib/bench.ts';
import { percentile, summarise } from './lib/statistics.ts';
import { judge, unmeasured, type Verdict } from './lib/verdict.ts';
import { type SoakResult, soak } from './soak/run.ts';
import { growth, type Sample } from './soak/samples.ts';

const SECONDS = 1200;
/** Of a quick run: some turns. */
const QUICK_SECONDS = 20;
/** Records a second on the busiest stream: about seven times as many in all, and the machine has something left. */
const RATE = 100;
const REST_SECONDS = 10;

/** How much may be more at the end than after the warm-up, in MiB: what does not leak wobbles by less. */
export const GROWTH_MIB = { resident: 48, main: 4, threads: 4, page: 4 };
const FRAME_MS = 50;
/** Percent of a core. */
const TASKS = 25;
/** While the page filters and scrolls. */
const TASK_MS = 50;

const one = (value: number) => summarise([value]);

function memory(samples: readonly Sample[]): Verdict[] {
	const grown = (what: string, of: keyof typeof GROWTH_MIB) =>
		judge(what, 'most', GROWTH_MIB[of], 'MiB', one(growth(samples, (sample) => sample[of])));
	return [
		grown('growth of the process', 'resident'),
		grown('growth of the heap of the main thread', 'main'),
		grown('growth of the heaps of other threads', 'threads'),
		grown('growth of the heap of the page', 'page'),
	];
}

function frames({ readings, spent }: SoakResult): Verdict[] {
	const took = readings.reduce((sum, reading) => sum + reading.took, 0);
	const tasks = readings.reduce((sum, reading) => sum + reading.tasks.TaskDuration, 0);
	const between = readings.flatMap((reading) => reading.frames);
	return [
		judge('frame to frame, p95', 'most', FRAME_MS, 'ms', one(percentile(between, 0.95))),
		judge('tasks of the page', 'most', TASKS, '%', one((tasks / took) * 100)),
		judge('longest task, processor time', 'most', TASK_MS, 'ms', one(Math.max(...spent))),
	];
}

export const bench: Bench = {
	title: 'everything at once: each kind of endpoint under load, captures and workspaces saved, a page that is used',
	async run({ quick, seconds = quick ? QUICK_SECONDS : SECONDS, scratch, say }: Options): Promise<Verdict[]> {
		if (process.platform !== 'linux') {
			return [unmeasured('records that differ', 'most', 0, 'records', 'What a process holds is read from /proc.')];
		}
		const result = await soak({ seconds, rate: RATE, rest: quick ? 1 : REST_SECONDS, page: true }, scratch);
		const { records, events, turns, samples, cpu, held, differences, failures } = result;
		say(`  ${records} records in ${turns} captures with ${events} events, ${result.dropped} dropped`);
		say(
			`  processor time: host ${cpu.host.toFixed(0)} s, load ${cpu.load.toFixed(0)} s, reader ${cpu.reader.toFixed(0)} s`,
		);
		for (const sentence of [...differences, ...failures, ...held]) say(`  ${sentence}`);
		// The first, the last, and about ten between.
		const step = Math.ceil(samples.length / 12);
		const shown = samples.filter((_, i) => i % step === 0 || i === samples.length - 1);
		for (const { at, resident, main, threads, page = 0 } of shown) {
			const heaps = `main ${main.toFixed(1)}, other threads ${threads.toFixed(1)}, page ${page.toFixed(1)} MiB`;
			say(`  after ${at.toFixed(0)} s: resident ${resident.toFixed(0)} MiB; heaps: ${heaps}`);
		}
		return [
			judge('connections of the load that failed', 'most', 0, 'connections', one(failures.length)),
			judge('endpoints whose records differ', 'most', 0, 'endpoints', one(differences.length)),
			judge('events that exports lacked', 'most', 0, 'events', one(result.lacking)),
			judge('handles more than before', 'most', 0, 'kinds', one(held.length), held.join(', ')),
			...memory(samples),
			...frames(result),
		];
	},
};
