export { capturedNames } from './captured-names.ts';
export { type Described, describeTest, duration, type StepWords } from './describe.ts';
export { type DifferenceWords, differenceLines, excerpt } from './difference.ts';
export {
	type Captured,
	type CompiledExpectation,
	compileExpectation,
	type Naming,
	type Verdict,
} from './expectation.ts';
export { Inbox } from './inbox.ts';
export { type PlacedStep, placedSteps } from './placed-steps.ts';
