export { portOwners } from './checks/port-owners.ts';
export { probePort } from './checks/probe.ts';
export { createEngine } from './engine.ts';
export { listInterfaces } from './interfaces.ts';
export { lookAtReplyFile } from './reply-file.ts';
export { checkScript } from './script/check.ts';
export { type RunningSequence, startSequence } from './sequences/run.ts';
export type { Engine } from './types.ts';
export { unavailableKinds } from './unavailable-kinds.ts';
