export { createEngine } from './engine.ts';
export type { Engine } from './types.ts';
