import { environmentTexts } from './en/sentences/workspace-texts.ts';
import { knownSentence } from './sentence/known.ts';
import { given, type Said } from './sentence/said.ts';

const known = knownSentence(environmentTexts);

/** What uses a variable of the environment, or where its value goes, with the sentence that it is: an address is none. */
export function environmentSays(message: string): string | Said {
	return given({ message, says: known(message) });
}
