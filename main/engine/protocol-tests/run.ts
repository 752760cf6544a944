import type { SequenceRun, StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { duration, placedSteps } from '../../../common/protocol-tests/index.ts';
import type { Sequence } from '../../../common/protocol-tests/test-schema.ts';
import type { Engine } from '../core/types.ts';
import { compileSequence } from './compile.ts';
import { TestConnections } from './connections.ts';
import { Filling } from './filling.ts';
import { type Abort, Flow } from './flow.ts';
import { Report } from './report.ts';
import { failureSays } from './step-failure.ts';
import { testCharsets } from './test-charsets.ts';

export interface SequenceOutcome {
	readonly status: Exclude<SequenceRun['status'], 'running'>;
	readonly results: readonly StepResult[];
}

/** A started run. */
export interface RunningSequence {
	/** The first is of connecting, then one for each step; one that contains others is before them. */
	readonly results: readonly StepResult[];
	/** What regular expressions have captured, by the name of the variable. */
	readonly captured: ReadonlyMap<string, Uint8Array>;
	readonly done: Promise<SequenceOutcome>;
	/** Closes the connections; the run ends soon after. */
	stop(): void;
}

/**
 * Runs a test on temporary endpoints of the engine, and on those that it names. `onChange` is called for every change of
 * the results, synchronously for the first. Throws `bad-input`, before anything is opened, for an invalid step and an endpoint that is missing.
 */
export function startSequence(
	engine: Engine,
	test: Sequence,
	onChange: (results: readonly StepResult[]) => void,
): RunningSequence {
	const { names } = engine;
	const steps = compileSequence(test, names.variables(), engine.structures, testCharsets(test, engine.endpoints()));
	const connections = new TestConnections(engine, test);
	const stopping = new AbortController();
	const filling = new Filling(names, test.variables);
	const report: Report = new Report(placedSteps(test.steps).length, () => onChange(report.results));
	let abort: Abort | undefined;
	let over = false;
	const end = (why: Abort): void => {
		if (over) return;
		abort ??= why;
		stopping.abort();
		// What hangs while it connects ends with its socket.
		connections.interrupt();
	};
	const late = { why: failureSays('testTookLonger', { within: duration(test.withinMs) }) };
	const limit = setTimeout(() => end(late), test.withinMs);
	const flow = new Flow({ engine, connections, filling, signal: stopping.signal }, report, () => abort);
	const runAll = async (): Promise<SequenceOutcome> => {
		const { results } = report;
		try {
			let ending = await flow.take(0, false, async () => {
				await connections.open();
				return undefined;
			});
			if (ending === 'passed') ending = await flow.run(steps);
			const stopped = abort !== undefined && abort.why === undefined && ending === 'failed';
			return { status: stopped ? 'stopped' : ending === 'failed' ? 'failed' : 'passed', results };
		} finally {
			over = true;
			clearTimeout(limit);
			await connections.close();
		}
	};
	return {
		results: report.results,
		captured: filling.captured,
		done: runAll(),
		stop: () => end({ why: undefined }),
	};
}
