import type { Sentences } from './en-sentences.ts';
import { engineErrors } from './zh-hant/engine-errors.ts';
import { systemErrors } from './zh-hant/system-errors.ts';

export const sentences: Sentences = { ...systemErrors, ...engineErrors };
