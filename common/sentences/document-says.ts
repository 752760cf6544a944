import { documentErrors } from '../words/en/sentences/documents.ts';
import { sayingOf } from '../words/sentence/said.ts';

/** Makes a sentence about a document: a workspace, or another file of ours. */
export const documentSays = sayingOf(documentErrors);
