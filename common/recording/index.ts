export { mockOf } from './mock-of.ts';
export { type RecordedAs, recordingName } from './name.ts';
export { isAsRecorded, outcomeLines } from './outcome.ts';
export { recordedPlace } from './place.ts';
export { type Proposal, proposalsOf } from './proposals.ts';
export { type PlannedTurn, type ReplayPlan, replayPlan } from './replay-plan.ts';
export { testOf } from './test-of.ts';
export { turnsOf } from './turns/turns.ts';
export { findVarying, type Varying } from './vary/index.ts';
