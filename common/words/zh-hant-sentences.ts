import type { Sentences } from './en-sentences.ts';
import { engineErrors } from './zh-hant/sentences/engine.ts';
import { systemErrors } from './zh-hant/sentences/system.ts';

export const sentences: Sentences = { ...systemErrors, ...engineErrors };
