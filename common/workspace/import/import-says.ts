import { importNotes } from '../../words/en/sentences/files/imports.ts';
import { sayingOf } from '../../words/sentence/said.ts';

/** Makes a sentence about something that was not taken over, or not as it was. */
export const importSays = sayingOf(importNotes);
