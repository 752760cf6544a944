import type { Sentences } from './en-sentences.ts';
import { engineErrors } from './zh-hans/engine-errors.ts';
import { systemErrors } from './zh-hans/system-errors.ts';

export const sentences: Sentences = { ...systemErrors, ...engineErrors };
