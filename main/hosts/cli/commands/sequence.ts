import type { Command } from 'commander';
import { WirebenchError } from '../../../../common/contract/base/errors.ts';
import type { SequenceRun, StepResult } from '../../../../common/contract/calls/protocol-tests.ts';
import type { EndpointConfig } from '../../../../common/endpoints/index.ts';
import { isObject } from '../../../../common/json/is-object.ts';
import { describeTest } from '../../../../common/protocol-tests/index.ts';
import { type Sequence, sequenceSchema } from '../../../../common/protocol-tests/test-schema.ts';
import type { Programs } from '../../../../common/structure/index.ts';
import { printing } from '../../../../common/words/en/cli/printing.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { describedSteps } from '../../../../common/words/en/cli/tests/described-steps.ts';
import { cellsOf } from '../../../../common/words/locale/cells.ts';
import { startSequence } from '../../../app/headless.ts';
import { checked, readJson } from '../files/json-file.ts';
import { withoutStructures } from '../files/structures-beside.ts';
import { addDialFlags, type DialFlags } from '../flags/dial-flags.ts';
import { sendConfig } from '../flags/send-config.ts';
import { addStepOptions, StepList } from '../flags/sequence-steps.ts';
import { addTlsFlags, type TlsFlags, withTls } from '../flags/tls-flags.ts';
import { parseStreamUrl } from '../flags/tls-url.ts';
import { streamUrlHelp } from '../flags/url.ts';
import { addVariableOption, type VariableChoices } from '../flags/variables.ts';
import { jsonLine } from '../output/format.ts';
import { openSession } from '../run/session.ts';
import { EXIT } from '../terminal/exit-codes.ts';
import { spoken } from '../terminal/language.ts';
import { stopRequested } from '../terminal/signals.ts';
import { reasonLines, resultColumn, stepData } from '../tests/step-result.ts';

const words = () => spoken('testing', testing);
const printingWords = () => spoken('printing', printing);

interface SequenceOptions extends DialFlags, TlsFlags, VariableChoices {
	readonly file?: string;
	readonly json?: boolean;
	readonly capture?: string | undefined;
}

/** The client for an address on the command line, with its options. */
async function clientTo(target: string, options: SequenceOptions): Promise<EndpointConfig> {
	const { url, secure } = parseStreamUrl(target, 1);
	return withTls(sendConfig(url, options), secure, options);
}

interface Chosen {
	readonly sequence: Sequence;
	readonly structures?: Programs;
}

/** From a file or from options; an address on the command line overrides the file's. */
async function chosenSequence(url: string | undefined, options: SequenceOptions, list: StepList): Promise<Chosen> {
	const { file } = options;
	if (file !== undefined && list.steps.length > 0) {
		throw new WirebenchError('bad-input', words().sequence.twice);
	}
	if (file === undefined && (url === undefined || list.steps.length === 0)) {
		throw new WirebenchError('bad-input', words().sequence.nothing);
	}
	const client = url === undefined ? {} : { client: await clientTo(url, options) };
	if (file === undefined)
		return { sequence: checked('sequence', sequenceSchema, { name: 'sequence', steps: list.steps, ...client }) };
	const { rest: written, programs } = withoutStructures(file, readJson(file));
	if (!isObject(written)) {
		throw new WirebenchError('bad-input', words().sequence.noTest(file));
	}
	return {
		sequence: checked(file, sequenceSchema, { name: 'sequence', ...written, ...client }),
		structures: programs,
	};
}

/** The output for a finished step: a line, and for a failed one the reason. */
function linesOf(step: number, what: string, result: StepResult, json: boolean): string[] {
	if (json) return [jsonLine({ event: 'step', step, what, ...stepData(result) })];
	const line = `${resultColumn(result.status === 'passed')} ${what} (${result.ms} ms)`;
	return [line, ...reasonLines(result).map((each) => `        ${each}`)];
}

function verdict(status: SequenceRun['status'], results: readonly StepResult[], json: boolean): string {
	if (json) return jsonLine({ event: 'result', status });
	const texts = words().sequence;
	if (status === 'passed') return texts.passed(words().stepCount(results.length - 1));
	// Steps that contain it fail with it, and are before it.
	const at = results.findLastIndex((result) => result.status === 'failed');
	if (status === 'stopped') return texts.stopped;
	return at === 0 ? texts.noConnection : texts.failed(at, results.length - 1);
}

/** Runs a test and prints the result of each step; returns the exit code: 1 when one has failed. */
async function run(url: string | undefined, options: SequenceOptions, list: StepList): Promise<number> {
	const { sequence, structures } = await chosenSequence(url, options, list);
	const json = options.json ?? false;
	const steps = json ? describeTest(sequence) : describeTest(sequence, spoken('describedSteps', describedSteps));
	const session = await openSession({
		capture: options.capture,
		variables: options.var,
		structures,
		quiet: true,
		print: () => undefined,
	});
	let printed = 0;
	const print = (results: readonly StepResult[]): void => {
		for (; printed < results.length; printed++) {
			const result = results[printed];
			if (result === undefined || result.status === 'waiting' || result.status === 'running') return;
			session.output.lines(linesOf(printed, steps[printed]?.what ?? '', result, json));
		}
	};
	try {
		const running = startSequence(session.engine, sequence, print);
		void Promise.race([stopRequested(), session.readerGone]).then(running.stop);
		const { status, results } = await running.done;
		for (const [n, { what }] of steps.entries()) {
			const result = results[n];
			if (n < printed || result === undefined) continue;
			if (result.status === 'passed' || result.status === 'failed') {
				session.output.lines(linesOf(n, what, result, json));
			} else if (!json) session.output.line(`${'-'.padEnd(cellsOf(resultColumn(true)))} ${what}`);
		}
		session.output.line(verdict(status, results, json));
		const { code } = await session.finish();
		return status === 'passed' ? code : EXIT.failed;
	} catch (error) {
		await session.abandon();
		throw error;
	}
}

export function addSequence(program: Command, done: (code: number) => void): void {
	const list = new StepList();
	const texts = words().sequence;
	const command = program
		.command('sequence')
		.summary(texts.summary)
		.description(texts.description)
		.argument('[url]', streamUrlHelp());
	addVariableOption(addDialFlags(addTlsFlags(addStepOptions(command, list), 'client')))
		.option('--file <file>', texts.file)
		.option('--json', texts.json)
		.option('--capture <dir>', printingWords().capture)
		.action(async (url: string | undefined, options: SequenceOptions) => done(await run(url, options, list)));
}
