import { startNotes, storedFiles } from '../../../common/words/en/sentences/files/stored.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';

/** Makes a note about the start, or a part of one. */
export const startSays = sayingOf({ ...startNotes, ...storedFiles });
