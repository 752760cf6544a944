import { writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Bench, Options } from './bench.ts';
import { describeMachine } from './machine.ts';
import { loadLine, machineLines, table, verdictCells, verdictLine } from './report.ts';
import type { Verdict } from './verdict.ts';

interface Result {
	readonly name: string;
	readonly title: string;
	/** Load averages over 1, 5 and 15 minutes, before and after. */
	readonly load: readonly [readonly number[], readonly number[]];
	readonly details: readonly string[];
	readonly verdicts: readonly Verdict[];
}

async function runOne(name: string, options: Omit<Options, 'say'>): Promise<Result> {
	const { bench }: { bench: Bench } = await import(`../${name}.ts`);
	const before = os.loadavg();
	console.log(`\n${name}: ${bench.title}\n  ${loadLine({ cores: os.cpus().length, load: before })}`);
	const details: string[] = [];
	const verdicts = await bench.run({
		...options,
		say: (line) => {
			details.push(line);
			console.log(line);
		},
	});
	for (const verdict of verdicts) console.log(verdictLine(verdict));
	return { name, title: bench.title, load: [before, os.loadavg()], details, verdicts };
}

/**
 * Runs measurements one after the other; prints each, then a table, which is also written to a JSON file. Returns the
 * number of missed budgets.
 */
export async function runAll(
	names: readonly string[],
	options: Omit<Options, 'say'>,
	json: string | undefined,
): Promise<number> {
	const machine = describeMachine();
	console.log(machineLines(machine));
	const results: Result[] = [];
	for (const name of names) results.push(await runOne(name, options));
	const cells = results.flatMap(({ name, load: [[load]], verdicts }) =>
		verdicts.map((verdict) => [name, ...verdictCells(verdict), `load ${load?.toFixed(1)}`]),
	);
	console.log(`\n${options.quick ? 'A quick run: the figures say nothing.\n' : ''}${table(cells)}`);
	if (json !== undefined) {
		writeFileSync(json, `${JSON.stringify({ machine, quick: options.quick, results }, null, '\t')}\n`);
	}
	return results.flatMap(({ verdicts }) => verdicts).filter(({ met }) => !met).length;
}
