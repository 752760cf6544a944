import { engineErrors } from './en/sentences/engine.ts';
import { systemErrors } from './en/sentences/system.ts';
import type { Texts } from './locale/texts.ts';

/** The sentences that are made where they happen and put into words where they are read, by code: each code is in one table. */
export const enTables = [systemErrors, engineErrors];

export const enSentences = { ...systemErrors, ...engineErrors };

export type Sentences = Texts<typeof enSentences>;
