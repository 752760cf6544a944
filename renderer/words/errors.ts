import { WirebenchError } from '../../common/contract/base/errors.ts';
import type { Sentence } from '../../common/contract/base/sentence.ts';
import type { CaptureRow } from '../../common/contract/calls/capture.ts';
import { eventInWords, warningInWords } from '../../common/words/sentence/event-in-words.ts';
import { inWords, type Worded } from '../../common/words/sentence/in-words.ts';
import type { Said } from '../../common/words/sentence/said.ts';
import { useLanguage } from './store.ts';

type Texts = ReturnType<typeof inWords>;

/** The texts of an error in the page's language, for a component: it renders again when the language changes. */
export function useErrorTexts(error: Worded): Texts {
	return useLanguage(({ catalogue }) => catalogue) === undefined ? englishOf(error) : textsNow(error);
}

function englishOf({ message, details: { hint } }: Worded): Texts {
	return hint === undefined ? { message } : { message, hint };
}

function textsNow(error: Worded): Texts {
	const { catalogue } = useLanguage.getState();
	return catalogue === undefined ? englishOf(error) : inWords(error, catalogue.translation);
}

/** A fault in written text, in the page's language of this moment. */
export function faultText({
	message,
	says,
}: {
	readonly message: string;
	readonly says?: Sentence | undefined;
}): string {
	return textsNow({ message, details: { says } }).message;
}

/** The same for a reason, which is a sentence or the system's own text. */
export function reasonText(reason: string | Said): string {
	return typeof reason === 'string' ? reason : faultText(reason);
}

/** An event of a capture that has a text. `places`: parts of the text that are marked. */
type SaidEvent = Pick<CaptureRow, 'text' | 'says'> & { readonly places?: CaptureRow['places'] };

/** The text of an event in the page's language of this moment. One with marked places is in English, in which they were found. */
export function eventText({ text, says, places = [] }: SaidEvent): string {
	const { catalogue } = useLanguage.getState();
	return catalogue === undefined || places.length > 0 ? text : eventInWords(text, says, catalogue.translation);
}

/** A warning about a capture in the page's language of this moment. */
export function warningText(warning: string): string {
	const { catalogue } = useLanguage.getState();
	return catalogue === undefined ? warning : warningInWords(warning, catalogue.translation);
}

/** The same for a component: it renders again when the language changes. */
export function useEventText(event: SaidEvent): string {
	useLanguage(({ catalogue }) => catalogue);
	return eventText(event);
}

/** What a call has failed with, in the page's language of this moment. */
export function errorInWords(error: unknown): unknown {
	if (!(error instanceof WirebenchError) || useLanguage.getState().catalogue === undefined) return error;
	const { message, hint } = textsNow(error);
	return new WirebenchError(error.code, message, { ...error.details, ...(hint === undefined ? {} : { hint }) });
}
