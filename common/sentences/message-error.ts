import { messageErrors } from '../words/en/sentences/messages.ts';
import { errorsOf } from '../words/sentence/errors-of.ts';

/** Makes an error of a message. */
export const messageError = errorsOf(messageErrors);
