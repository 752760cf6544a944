import type { SequenceRun, StepResult } from '../../../../common/contract/calls/protocol-tests.ts';
import { type Described, describeTest, type StepWords } from '../../../../common/protocol-tests/index.ts';
import type { Sequence } from '../../../../common/protocol-tests/test-schema.ts';
import { testing } from '../../../../common/words/en/cli/testing.ts';
import { describedSteps } from '../../../../common/words/en/cli/tests/described-steps.ts';
import { spoken } from '../terminal/language.ts';
import { reasonLines } from './step-result.ts';

const words = () => spoken('testing', testing);

/** How a test ended; `skipped`: the run was over before it. */
export interface TestOutcome {
	readonly test: Sequence;
	readonly status: Exclude<SequenceRun['status'], 'running' | 'stopped'> | 'skipped';
	/** Milliseconds. */
	readonly ms: number;
	/** The first is of the start, then one for each step. */
	readonly results: readonly StepResult[];
	readonly captured: ReadonlyMap<string, Uint8Array>;
}

/** A step for people, and its result. */
export interface ShownStep extends Described {
	readonly result: StepResult;
}

/** The start and each step with its result, in English where no other words are given. */
export function shownSteps({ test, results }: Pick<TestOutcome, 'test' | 'results'>, words?: StepWords): ShownStep[] {
	return describeTest(test, words).map((one, at) => ({ ...one, result: results[at] ?? { status: 'waiting' } }));
}

/** Why a test failed: the innermost step that did, its sentence, and the difference. */
export function failureLines(outcome: TestOutcome): string[] {
	if (outcome.status === 'skipped') return [words().unfinished];
	const steps = shownSteps(outcome, spoken('describedSteps', describedSteps));
	const step = steps.findLast(({ result }) => result.status === 'failed');
	if (step === undefined) return [];
	const { runs } = step.result;
	const { number, what } = step;
	const place = runs === undefined ? words().step(number, what) : words().stepInRound(number, runs, what);
	return [number === '' ? what : place, ...reasonLines(step.result)];
}
