import { engineErrors } from './en/engine-errors.ts';
import { systemErrors } from './en/system-errors.ts';
import type { Texts } from './locale/texts.ts';

/** The sentences that are made where they happen and put into words where they are read, by code. */
export const enSentences = { ...systemErrors, ...engineErrors };

export type Sentences = Texts<typeof enSentences>;
