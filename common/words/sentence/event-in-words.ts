import type { Sentence } from '../../contract/base/sentence.ts';
import { inWords, type Translation } from './in-words.ts';

/** What puts the texts of events into another language. */
export interface EventTranslation extends Translation {
	/** Which sentence the text of an event is that was stored without one; undefined for other texts. */
	readonly knownEvent: (text: string) => Sentence | undefined;
	/** The same of a warning about a capture. */
	readonly knownWarning: (text: string) => Sentence | undefined;
}

/** The text of an event in another language: the sentence that it has beside it, or that it is known to be. */
export function eventInWords(
	text: string,
	says: Sentence | undefined,
	translation: Omit<EventTranslation, 'knownWarning'>,
): string {
	const put = (message: string, sentence: Sentence | undefined) =>
		sentence === undefined ? message : inWords({ message, details: { says: sentence } }, translation).message;
	const said = put(text, says);
	return put(said, translation.knownEvent(said));
}

/** A warning about a capture in another language: those of today and of old captures are known by their form. */
export function warningInWords(text: string, translation: EventTranslation): string {
	return inWords({ message: text, details: { says: translation.knownWarning(text) } }, translation).message;
}
