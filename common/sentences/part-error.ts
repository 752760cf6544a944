import { partErrors } from '../words/en/sentences/parts.ts';
import { errorsOf } from '../words/sentence/errors-of.ts';

/** Makes an error of a part of a workspace. */
export const partError = errorsOf(partErrors);
