import { captureErrors } from '../../../common/words/en/sentences/captures.ts';
import { diskErrors } from '../../../common/words/en/sentences/disks.ts';
import { errorsOf } from '../../../common/words/sentence/errors-of.ts';

/** Makes an error of a capture or of its files. */
export const captureError = errorsOf({ ...captureErrors, ...diskErrors });
