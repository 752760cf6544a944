import type { Sentences } from './en-sentences.ts';
import { engineErrors } from './zh-hans/sentences/engine.ts';
import { systemErrors } from './zh-hans/sentences/system.ts';

export const sentences: Sentences = { ...systemErrors, ...engineErrors };
