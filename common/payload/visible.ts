import { isWide } from '../words/locale/cells.ts';
import { toHex } from './hex.ts';

/**
 * Characters that draw nothing, move the cursor, or reorder their surroundings: controls (C0, DEL, C1), format
 * characters including the bidirectional ones (UAX #9), line separators, halves of surrogate pairs, fillers and
 * variation selectors (Default_Ignorable_Code_Point of UAX #44), and U+2800, a blank that is no space. U+FE0E and
 * U+FE0F, which only choose between text and emoji form, are visible through the character before them.
 */
const UNSEEN =
	/(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');
/** Almost all text has none of them, and this test is three times as fast. */
const MAYBE_UNSEEN = /[^ -~]/;

const SHORT: Readonly<Record<number, string>> = { 0: '\\0', 9: '\\t', 10: '\\n', 13: '\\r', 27: '\\e' };

/**
 * The sign for an invisible character, as in escaped text of the composer; undefined for a visible one. The Control
 * Pictures of Unicode would take one character each, but are unreadable at the size of a row.
 */
export function visibleSign(codePoint: number): string | undefined {
	if (codePoint >= 0x20 && codePoint < 0x7f) return undefined;
	if (codePoint < 0x20 || codePoint === 0x7f) return SHORT[codePoint] ?? invalidSign(codePoint);
	return UNSEEN.test(String.fromCodePoint(codePoint)) ? `\\u{${codePoint.toString(16)}}` : undefined;
}

/**
 * Makes text of others safe for one line: invisible characters, line ends and terminal commands become signs. It is
 * idempotent.
 */
export function visibleLine(text: string): string {
	if (!MAYBE_UNSEEN.test(text)) return text;
	return text.replace(EVERY_UNSEEN, (character) => visibleSign(character.codePointAt(0) ?? 0) ?? character);
}

/**
 * JSON in which invisible characters are written with JSON's own escapes (RFC 8259, section 7), so that it parses to
 * the same value. `JSON.stringify` leaves DEL, C1 controls and format characters unescaped. In text that is not JSON
 * the line ends are escaped too.
 */
export function visibleJson(json: string): string {
	if (!MAYBE_UNSEEN.test(json)) return json;
	return json.replace(EVERY_UNSEEN, (character) =>
		Array.from({ length: character.length }, (_, at) => unitEscape(character.charCodeAt(at))).join(''),
	);
}

/** A unit of UTF-16 as JSON writes it. */
function unitEscape(unit: number): string {
	return `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** The sign for a byte that is no UTF-8. */
export function invalidSign(byte: number): string {
	return `\\x${toHex(Uint8Array.of(byte))}`;
}

/** Cells of a character in a monospace font: two for wide ones and for symbols that may be drawn as emoji, else one. */
export function characterCells(codePoint: number): 1 | 2 {
	const isSymbol = (codePoint >= 0x2300 && codePoint <= 0x23ff) || (codePoint >= 0x2600 && codePoint <= 0x27bf);
	return isSymbol || isWide(codePoint) ? 2 : 1;
}
