import { kernelNotes } from '../../../common/words/en/sentences/sockets/kernel.ts';
import { sayingOf } from '../../../common/words/sentence/said.ts';

/** Makes a note about what the system reports of a socket. */
export const kernelNote = sayingOf(kernelNotes);
