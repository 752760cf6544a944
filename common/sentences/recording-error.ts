import { recordingErrors } from '../words/en/sentences/recordings.ts';
import { errorsOf } from '../words/sentence/errors-of.ts';

/** Makes an error of a conversation that is made runnable or compared. */
export const recordingError = errorsOf(recordingErrors);
