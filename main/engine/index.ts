export type { EngineOptions } from './context.ts';
export { createEngine } from './engine.ts';
export type { Engine, EngineChanges, SendRequest } from './types.ts';
