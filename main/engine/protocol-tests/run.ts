import { WirebenchError } from '../../../common/contract/base/errors.ts';
import type { Sequence, SequenceRun, StepResult } from '../../../common/contract/calls/protocol-tests.ts';
import { isDatagram } from '../../../common/endpoints/index.ts';
import type { Engine } from '../core/types.ts';
import { errorText } from '../errors/errno.ts';
import { TemplateDraws } from '../templates/draws.ts';
import { compileSequence } from './compile.ts';
import { Filling } from './filling.ts';
import { type Stage, StepFailure, take } from './steps.ts';
import { Talk } from './talk.ts';

export interface SequenceOutcome {
	readonly status: Exclude<SequenceRun['status'], 'running'>;
	readonly results: readonly StepResult[];
}

/** A started run. */
export interface RunningSequence {
	/** The first is of connecting, then one for each step. */
	readonly results: readonly StepResult[];
	readonly done: Promise<SequenceOutcome>;
	/** Closes the connection; the run ends soon after. */
	stop(): void;
}

/**
 * Runs a sequence on a temporary endpoint of the engine. `onChange` is called for every change of the results,
 * synchronously for the first. Throws `bad-input`, before anything is opened, for an invalid step.
 */
export function startSequence(
	engine: Engine,
	sequence: Sequence,
	onChange: (results: readonly StepResult[]) => void,
): RunningSequence {
	const { names } = engine;
	const steps = compileSequence(sequence, names.variables());
	const stopping = new AbortController();
	const datagrams = isDatagram(sequence.client.kind);
	const talk = new Talk(datagrams);
	const { id } = engine.create({ ...sequence.client, name: sequence.name }, { watcher: talk });
	const filling = new Filling(new TemplateDraws(names, () => undefined));
	const stage: Stage = { engine, endpoint: id, talk, datagrams, filling, signal: stopping.signal };
	const results: StepResult[] = [{ status: 'waiting' }, ...steps.map(() => ({ status: 'waiting' as const }))];

	/** Runs one of them; returns whether it passed. */
	const run = async (n: number, action: () => Promise<unknown>): Promise<boolean> => {
		results[n] = { status: 'running' };
		onChange(results);
		const began = performance.now();
		const ms = (): number => Math.round((performance.now() - began) * 10) / 10;
		try {
			await action();
			results[n] = { status: 'passed', ms: ms() };
			return true;
		} catch (error) {
			if (stopping.signal.aborted) results[n] = { status: 'waiting' };
			else {
				if (!(error instanceof StepFailure || error instanceof WirebenchError)) throw error;
				const difference = error instanceof StepFailure ? error.difference : undefined;
				const message = error instanceof StepFailure ? error.message : errorText(error);
				results[n] = { status: 'failed', ms: ms(), message, ...(difference && { difference }) };
			}
			return false;
		} finally {
			onChange(results);
		}
	};
	const runAll = async (): Promise<SequenceOutcome> => {
		try {
			let passed = await run(0, () => engine.start(id));
			for (const [n, step] of steps.entries()) {
				if (!passed) break;
				passed = await run(n + 1, () => take(stage, step));
			}
			return { status: stopping.signal.aborted ? 'stopped' : passed ? 'passed' : 'failed', results };
		} finally {
			await engine.remove(id);
		}
	};
	return {
		results,
		done: runAll(),
		stop: () => {
			stopping.abort();
			// A hanging connect ends with its socket.
			void engine.stop(id);
		},
	};
}
