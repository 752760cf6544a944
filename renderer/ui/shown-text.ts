/**
 * Text in a form that a text area can show and preserve. A text area turns CR LF and CR into LF, and does not show
 * other control characters: each of them, except LF and tab, is replaced by its Unicode picture (U+2400 to U+2421), as
 * ␍ for CR. A picture or mark that is itself part of the text is followed by invisible marks.
 */

/** U+2063, invisible. After a picture an odd number of them means the picture itself. */
const MARK = '\u2063';
const PICTURES = 0x2400;
const DEL = 0x7f;
const DEL_PICTURE = 0x2421;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject
const SPECIAL = /[\0-\x08\x0b-\x1f\x7f\u2400-\u241f\u2421\u2063]/g;
const SHOWN = /([\u2400-\u241f\u2421]?)(\u2063*)/g;

export function toShown(text: string): string {
	return text.replace(SPECIAL, (character) => {
		if (character === MARK) return MARK + MARK;
		const code = character.charCodeAt(0);
		if (code >= PICTURES) return character + MARK;
		return String.fromCharCode(code === DEL ? DEL_PICTURE : PICTURES + code);
	});
}

/** The original text of `shown`: the inverse of `toShown`. */
export function fromShown(shown: string): string {
	return shown.replace(SHOWN, (_all, picture: string, marks: string) => {
		const pairs = MARK.repeat(Math.floor(marks.length / 2));
		const odd = marks.length % 2 === 1;
		if (picture === '') return pairs + (odd ? MARK : '');
		if (odd) return picture + pairs;
		const code = picture.charCodeAt(0);
		return String.fromCharCode(code === DEL_PICTURE ? DEL : code - PICTURES) + pairs;
	});
}

/** The offset in the shown text of an offset in the text. */
export function shownOffset(text: string, offset: number): number {
	return toShown(text.slice(0, offset)).length;
}

/** The shown form of a line end. */
export const SHOWN_CRLF = '␍\n';

/** The ending of a new line in the shown text: CR LF where all of its lines have it. */
export function shownLineEnd(shown: string): string {
	return shown.includes(SHOWN_CRLF) && !/(?:^|[^␍])\n/.test(shown) ? SHOWN_CRLF : '\n';
}
