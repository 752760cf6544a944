import { engineErrors } from '../../../common/words/en/sentences/engine.ts';
import { errorsOf } from '../../../common/words/sentence/errors-of.ts';

/** Makes an error that the engine finds itself. */
export const engineError = errorsOf(engineErrors);
