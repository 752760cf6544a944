export { mockOf } from './mock-of.ts';
export { recordingName } from './name.ts';
export { endpointAt, recordedPlace } from './place.ts';
export { type Proposal, proposalsOf } from './proposals.ts';
export { type PlannedTurn, type ReplayPlan, replayPlan } from './replay-plan.ts';
export { testOf } from './test-of.ts';
export { type DataTurn, type Turn, turnsOf } from './turns/turns.ts';
export { findVarying, type Varying } from './vary/index.ts';
