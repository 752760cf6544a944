import { type DecodedCharacter, decodeCharacter, INCOMPLETE } from '../../codec/utf8.ts';
import { charsetNamed } from '../named.ts';
import { type CharsetName, GUESSED_BYTES } from '../names.ts';
import { NARROW, type NarrowCandidate, WIDE, type WideCandidate } from './candidates.ts';

/** A guess has at least this worth, of 1 for common characters only; short texts, up to `SHORT` characters, more. */
const PLAIN = 0.5;
const SHORT = 3;
const SHORT_PLAIN = 0.95;
/** And at least so much more than the next one. */
const AHEAD = 0.25;
/** A character that is usual, without being common, and one that is neither. */
const USUAL = 0.3;
const RARE = -2;
/** Characters beyond ASCII that a charset with several bytes a character needs. */
const LEAST = 2;
/** Letters and spaces have this part of a text in a charset of one byte a character. */
const WORDS = 0.65;

/** Control characters in text: BS, HT, LF, VT, FF, CR, ESC. */
const IN_TEXT = new Set([8, 9, 10, 11, 12, 13, 27]);

/**
 * The charset that bytes are plainly in, where that is not UTF-8: by how common the characters are that they are in it.
 * Undefined for ASCII, UTF-8 and binary data, and where two charsets are as likely.
 */
export function guessCharset(all: Uint8Array): CharsetName | undefined {
	const bytes = all.subarray(0, GUESSED_BYTES);
	if (!mayBeText(bytes) || isUtf8(bytes)) return undefined;
	const wide = WIDE.map((candidate) => ({ charset: candidate.charset, worth: wideWorth(bytes, candidate) }));
	const narrow = NARROW.map((candidate) => ({ charset: candidate.charset, worth: narrowWorth(bytes, candidate) }));
	const [best, next] = [...wide, ...narrow].sort((a, b) => b.worth - a.worth);
	if (best === undefined || best.worth < PLAIN || best.worth - (next?.worth ?? RARE) < AHEAD) return undefined;
	return best.charset;
}

function mayBeText(bytes: Uint8Array): boolean {
	return bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || IN_TEXT.has(byte));
}

/** Also with a character that is cut at either end. */
function isUtf8(bytes: Uint8Array): boolean {
	const character: DecodedCharacter = { code: 0, length: 1 };
	let start = 0;
	while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
	let beyond = 0;
	for (let at = start; at < bytes.length; at += character.length) {
		decodeCharacter(bytes, at, character);
		if (character.code === INCOMPLETE) return start === 0 || beyond > 0;
		if (character.code < 0) return false;
		if (character.code > 0x7f) beyond++;
	}
	return start === 0 || beyond > 0;
}

/** Punctuation and full-width forms, which every East Asian charset has. */
function isNeutral(code: number): boolean {
	return (code >= 0x2010 && code <= 0x2027) || (code >= 0x3000 && code <= 0x303f) || code === 0xb7 || code >= 0xff00;
}

function wideWorth(bytes: Uint8Array, { charset, isCommon, isUsual }: WideCandidate): number {
	const named = charsetNamed(charset);
	const character: DecodedCharacter = { code: 0, length: 1 };
	let count = 0;
	let sum = 0;
	for (let at = 0; at < bytes.length; at += character.length) {
		named.decode(bytes, at, character);
		const { code, length } = character;
		if (code === INCOMPLETE) break;
		if (code < 0) return RARE;
		if (code < 0x80 || (length > 1 && isNeutral(code) && !isHalfWidth(code))) continue;
		count++;
		if (length > 1 && isCommon(code)) sum += 1;
		else sum += length > 1 && isUsual(bytes[at] ?? 0, code) ? USUAL : RARE;
	}
	return worthOf(sum, count, LEAST);
}

/** Katakana and hangul of half width: bytes of other charsets often look like them. */
function isHalfWidth(code: number): boolean {
	return code >= 0xff61 && code <= 0xffdc;
}

function narrowWorth(bytes: Uint8Array, { charset, worth, least, letters, share }: NarrowCandidate): number {
	const named = charsetNamed(charset);
	const character: DecodedCharacter = { code: 0, length: 1 };
	let count = 0;
	let sum = 0;
	let ascii = 0;
	let spaces = 0;
	let before = 0;
	for (let at = 0; at < bytes.length; at++) {
		named.decode(bytes, at, character);
		const { code } = character;
		if (code < 0) return RARE;
		if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) ascii++;
		else if (code === 0x20) spaces++;
		else if (code > 0x7f) {
			const one = worth(code, before);
			if (one !== 0) count++;
			sum += one;
		}
		before = code;
	}
	// Charsets of one byte a character make text of nearly any bytes: here it has to consist of words.
	const inWords = count + ascii + spaces >= bytes.length * WORDS;
	if (!inWords || ascii < letters || count > (count + ascii) * share) return RARE;
	return worthOf(sum, count, least);
}

function worthOf(sum: number, count: number, least: number): number {
	if (count < least) return RARE;
	const worth = sum / count;
	return count <= SHORT && worth < SHORT_PLAIN ? RARE : worth;
}
