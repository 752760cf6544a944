import { compileExpectation } from './expectation.ts';
import type { Expectation } from './expectation-schema.ts';
import { placedSteps } from './placed-steps.ts';
import type { SequenceStep } from './step-schema.ts';
import { expectationsOf } from './structures-in.ts';

/** Expectations are not changed, only replaced: each pattern is compiled once. */
const known = new WeakMap<Expectation, readonly string[]>();

/** The variables that the expectations of steps set, those in other steps included. */
export function capturedNames(steps: readonly SequenceStep[]): readonly string[] {
	return placedSteps(steps).flatMap(({ step }) => expectationsOf(step).flatMap(capturesOf));
}

function capturesOf(expectation: Expectation): readonly string[] {
	const before = known.get(expectation);
	if (before !== undefined) return before;
	const names = namesIn(expectation);
	known.set(expectation, names);
	return names;
}

function namesIn(expectation: Expectation): readonly string[] {
	if (expectation.type === 'fields') return Object.keys(expectation.capture ?? {});
	if (expectation.type !== 'regex') return [];
	const compiled = compileExpectation(expectation);
	return compiled.ok ? compiled.captures : [];
}
