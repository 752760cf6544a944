export { createEngine } from './engine.ts';
export { listInterfaces } from './interfaces.ts';
export { type RunningSequence, startSequence } from './sequences/run.ts';
export type { Engine } from './types.ts';
