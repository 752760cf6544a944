import { type Command, Option } from 'commander';
import type { SequenceRun } from '../../../../common/contract/calls/protocol-tests.ts';
import { toHex } from '../../../../common/payload/index.ts';
import { duration } from '../../../../common/protocol-tests/index.ts';
import type { Sequence } from '../../../../common/protocol-tests/test-schema.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { cellsOf } from '../../../../common/words/locale/cells.ts';
import { configOf, endpointsOfTest, missingInTest } from '../../../../common/workspace/index.ts';
import { titleOf } from '../../../../common/workspace/named.ts';
import { type RunningSequence, startSequence } from '../../../app/headless.ts';
import { addVariableOption, type VariableChoices } from '../flags/variables.ts';
import { jsonLine } from '../output/format.ts';
import { writeTextFile } from '../output/text-file.ts';
import { openSession, type Session } from '../run/session.ts';
import { say } from '../terminal/console.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';
import { environmentLines, missingLines } from '../workspace/report.ts';
import { junitXml } from './junit.ts';
import { failureLines, shownSteps, type TestOutcome } from './outcome.ts';
import { chosenTests, readTests } from './read-tests.ts';
import { resultColumn, stepData } from './step-result.ts';
import { tapHead, tapLines } from './tap-lines.ts';

const words = () => spoken('testing', testing);
const printingWords = () => spoken('printing', printing);

interface TestOptions extends VariableChoices {
	readonly only: readonly string[];
	readonly junit?: string;
	readonly tap?: boolean;
	readonly json?: boolean;
	readonly capture?: string;
}

function textLines(outcome: TestOutcome): string[] {
	const { test, status, ms, results } = outcome;
	const title = titleOf(test);
	if (status === 'skipped') return [`${'-'.padEnd(cellsOf(resultColumn(true)))} ${words().test.stopped(title)}`];
	const took = words().test.took(title, words().stepCount(results.length - 1), duration(Math.round(ms)));
	if (status === 'passed') return [`${resultColumn(true)} ${took}`];
	return [`${resultColumn(false)} ${took}`, ...failureLines(outcome).map((line) => `        ${line}`)];
}

function jsonOf(outcome: TestOutcome): string {
	const { test, status, ms, captured } = outcome;
	const { name, folder } = test;
	return jsonLine({
		event: 'test',
		name,
		...(folder === undefined ? {} : { folder }),
		status,
		ms,
		steps: shownSteps(outcome).map(({ number, what, result }) => ({ step: number, what, ...stepData(result) })),
		...(captured.size === 0
			? {}
			: { captured: Object.fromEntries([...captured].map(([key, got]) => [key, toHex(got)])) }),
	});
}

/** The result of one test. */
async function outcomeOf(test: Sequence, running: RunningSequence): Promise<TestOutcome> {
	const began = performance.now();
	const { status, results } = await running.done;
	const ms = Math.round((performance.now() - began) * 10) / 10;
	const ends: Readonly<Record<Exclude<SequenceRun['status'], 'running'>, TestOutcome['status']>> = {
		passed: 'passed',
		failed: 'failed',
		stopped: 'skipped',
	};
	return { test, status: ends[status], ms, results, captured: running.captured };
}

/** Runs tests one after the other until a person stops them; those that have not run are skipped. */
async function runAll(
	{ engine, readerGone }: Session,
	tests: readonly Sequence[],
	onOutcome: (outcome: TestOutcome, number: number) => void,
): Promise<TestOutcome[]> {
	let isOver = false;
	let running: RunningSequence | undefined;
	void Promise.race([stopRequested(), readerGone]).then(() => {
		isOver = true;
		running?.stop();
	});
	const outcomes: TestOutcome[] = [];
	for (const test of tests) {
		if (!isOver) running = startSequence(engine, test, () => undefined);
		const outcome: TestOutcome =
			isOver || running === undefined
				? { test, status: 'skipped', ms: 0, results: [], captured: new Map() }
				: await outcomeOf(test, running);
		outcomes.push(outcome);
		onOutcome(outcome, outcomes.length);
	}
	return outcomes;
}

function summary(outcomes: readonly TestOutcome[], json: boolean): string {
	const count = (status: TestOutcome['status']): number => outcomes.filter((one) => one.status === status).length;
	const [passed, failed, skipped] = [count('passed'), count('failed'), count('skipped')];
	if (json) {
		const status = skipped > 0 ? 'stopped' : failed > 0 ? 'failed' : 'passed';
		return jsonLine({ event: 'result', status, passed, failed, skipped });
	}
	const texts = words().test;
	const parts = [
		texts.passed(passed),
		...(failed > 0 ? [texts.failed(failed)] : []),
		...(skipped > 0 ? [texts.notRun(skipped)] : []),
	];
	return texts.total(words().testCount(outcomes.length), parts);
}

/** Runs the tests of a file; returns the exit code. */
async function run(file: string, options: TestOptions): Promise<number> {
	const given = options.var ?? {};
	const { tests: all, workspace, folder, structures } = await readTests(file, given);
	const tests = chosenTests(all, options.only).map((test) => ({ ...test, variables: { ...test.variables, ...given } }));
	const used = new Set(tests.flatMap((test) => [...endpointsOfTest(test)]));
	const endpoints = workspace.endpoints.filter(({ id, name }) => used.has(id) || used.has(name));
	for (const test of tests) {
		say(
			...missingInTest(test).flatMap((one) =>
				missingLines(words().test.connection(titleOf(test), String(one.connection)), [one]),
			),
		);
	}
	say(...environmentLines(file, { endpoints, payloads: [], tests }));
	const { json = false, tap = false, capture, junit } = options;
	const variables = { ...workspace.variables, ...given };
	const session = await openSession({
		capture,
		variables,
		structures,
		pathFolder: folder,
		quiet: true,
		print: () => undefined,
	});
	const { engine, output } = session;
	try {
		for (const endpoint of workspace.endpoints) engine.create(configOf(endpoint), { id: endpoint.id });
		if (tap) output.lines(tapHead(tests.length));
		const outcomes = await runAll(session, tests, (outcome, number) => {
			if (json) output.line(jsonOf(outcome));
			else output.lines(tap ? tapLines(number, outcome) : textLines(outcome));
		});
		if (!tap) output.line(summary(outcomes, json));
		const { code } = await session.finish();
		if (junit !== undefined) await writeTextFile(junit, junitXml(file, outcomes), { replace: true });
		return outcomes.every(({ status }) => status === 'passed') ? code : EXIT.failed;
	} catch (error) {
		await session.abandon();
		throw error;
	}
}

export function addTest(program: Command, done: (code: number) => void): void {
	const texts = words().test;
	const command = program
		.command('test')
		.summary(texts.summary)
		.description(texts.description)
		.argument('<file>', texts.file)
		.addOption(new Option('--only <name...>', texts.only).default([], texts.all))
		.option('--junit <file>', texts.junit)
		.addOption(new Option('--tap', texts.tap).conflicts('json'))
		.option('--json', texts.json)
		.option('--capture <dir>', printingWords().capture);
	addVariableOption(command).action(async (file: string, options: TestOptions) => done(await run(file, options)));
}
