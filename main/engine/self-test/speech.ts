import type { WirebenchError } from '../../../common/contract/base/errors.ts';
import { selfTests as english } from '../../../common/words/en/cli/self-tests.ts';
import type { Texts } from '../../../common/words/locale/texts.ts';

/** What puts the texts of checks into a language. */
export interface Speech {
	readonly words: Texts<typeof english>;
	/** The sentence of an error. */
	readonly error: (error: WirebenchError) => string;
}

export const ENGLISH: Speech = { words: english, error: ({ message }) => message };

/** A text of a check: a name that no language translates, or what it is in a language. */
export type Text = string | ((speech: Speech) => string);

export function textIn(text: Text, speech: Speech): string {
	return typeof text === 'string' ? text : text(speech);
}

/** Why a check has failed. */
export class CheckFailure extends Error {
	override readonly name = 'CheckFailure';
	readonly why: Text;

	constructor(why: Text) {
		super(textIn(why, ENGLISH));
		this.why = why;
	}
}
