import { protoErrors } from '../words/en/sentences/protos.ts';
import { errorsOf } from '../words/sentence/errors-of.ts';

/** Makes an error of a .proto text. */
export const protoError = errorsOf(protoErrors);
