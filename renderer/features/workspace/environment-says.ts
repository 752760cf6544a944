import type { Sentence } from '../../../common/contract/base/sentence.ts';
import { environmentTexts } from '../../../common/words/en/sentences/workspace-texts.ts';
import { knownSentence } from '../../../common/words/sentence/known.ts';

const known = knownSentence(environmentTexts);

/** What uses a variable of the environment, or where its value goes, with the sentence that it is: an address is none. */
export function environmentSays(message: string): { readonly message: string; readonly says?: Sentence | undefined } {
	return { message, says: known(message) };
}
