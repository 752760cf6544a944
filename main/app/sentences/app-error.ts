import { appErrors } from '../../../common/words/en/sentences/app.ts';
import { captureErrors } from '../../../common/words/en/sentences/captures.ts';
import { documentErrors } from '../../../common/words/en/sentences/documents.ts';
import { endpointErrors } from '../../../common/words/en/sentences/endpoints.ts';
import { errorsOf } from '../../../common/words/sentence/errors-of.ts';

/** Makes an error of the application. */
export const appError = errorsOf({ ...appErrors, ...captureErrors, ...documentErrors, ...endpointErrors });
