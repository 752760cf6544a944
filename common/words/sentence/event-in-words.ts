import type { Sentence } from '../../contract/base/sentence.ts';
import { inWords, type Translation } from './in-words.ts';

/** What puts the texts of events into another language. */
export interface EventTranslation extends Translation {
	/** Which sentence the text of an event is that was stored without one; undefined for other texts. */
	readonly knownEvent: (text: string) => Sentence | undefined;
}

/** The text of an event in another language: the sentence that it has beside it, or that it is known to be. */
export function eventInWords(text: string, says: Sentence | undefined, translation: EventTranslation): string {
	const put = (message: string, sentence: Sentence | undefined) =>
		sentence === undefined ? message : inWords({ message, details: { says: sentence } }, translation).message;
	const said = put(text, says);
	return put(said, translation.knownEvent(said));
}
