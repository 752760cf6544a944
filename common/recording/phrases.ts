import type { recorded as english } from '../words/en/dialogs/recorded.ts';
import type { Texts } from '../words/locale/texts.ts';

export { recorded as english } from '../words/en/dialogs/recorded.ts';

/** The sentences of a language about recorded conversations. */
export type Phrases = Texts<typeof english>;
