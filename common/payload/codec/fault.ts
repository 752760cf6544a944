import { templateFaults } from '../../words/en/sentences/templates.ts';
import { writtenFaults } from '../../words/en/sentences/written-bytes.ts';
import { type Rest, type Said, sayingOf } from '../../words/sentence/said.ts';

/** An error in written text: a sentence, and its zero-based UTF-16 offset. */
export interface Fault extends Said {
	readonly ok: false;
	readonly position: number;
}

const TABLE = { ...writtenFaults, ...templateFaults };

/** Makes a sentence of a fault, or a part of one. */
export const faultWords = sayingOf(TABLE);

export function fault<S extends keyof typeof TABLE>(
	position: number,
	says: S,
	...rest: Rest<(typeof TABLE)[S]>
): Fault {
	return { ok: false, position, ...faultWords(says, ...rest) };
}

/** Names a character in a sentence: in quotes, or its code point when it is invisible. */
export function quoteCharacter(text: string, position: number): string | Said {
	const code = text.codePointAt(position);
	if (code === undefined) return faultWords('endOfText');
	const shows = code > 0x20 && code !== 0x7f && !(code >= 0x80 && code < 0xa1) && !(code >= 0xd800 && code < 0xe000);
	return shows ? `“${String.fromCodePoint(code)}”` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
