import { eventTexts } from './en/sentences/events.ts';
import { noteTexts } from './en/sentences/notes.ts';
import { scriptTexts } from './en/sentences/scripts.ts';
import { knownSentence } from './sentence/known.ts';

/** Which sentence the text of an event is that was stored without one; undefined for other texts. */
export const knownEvent = knownSentence({ ...eventTexts, ...noteTexts, ...scriptTexts });
