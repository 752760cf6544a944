import type { CharsetName } from '../names.ts';
import {
	CYRILLIC,
	CYRILLIC_RARER,
	HANGUL,
	KANJI,
	SIMPLIFIED,
	TRADITIONAL,
	WESTERN,
	WESTERN_SIGNS,
} from './common-characters.ts';

/** A charset that can be recognised. Several bytes a character: their text, and which characters are likely in it. */
export interface WideCandidate {
	readonly charset: CharsetName;
	readonly isCommon: (code: number) => boolean;
	/** Of the part of the charset that holds its language’s common characters, by the lead byte. */
	readonly isUsual: (lead: number, code: number) => boolean;
}

/** One byte a character: what each one, with the one before it, is worth. */
export interface NarrowCandidate {
	readonly charset: CharsetName;
	readonly worth: (code: number, before: number) => number;
	/** Characters beyond ASCII that are needed. */
	readonly least: number;
	/** Letters of ASCII that are needed. */
	readonly letters: number;
	/** How many of a text’s letters they are at most. */
	readonly share: number;
}

const codes = (text: string): ReadonlySet<number> => new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0));
const bothCases = (text: string): ReadonlySet<number> => codes(text + text.toUpperCase());

function within(text: string): (code: number) => boolean {
	const known = codes(text);
	return (code) => known.has(code);
}

const kanji = within(KANJI);
/** Hiragana, katakana and the mark of a long vowel. */
const isKana = (code: number): boolean => code >= 0x3041 && code <= 0x30fc && code !== 0x30fb;
const isJapanese = (code: number): boolean => isKana(code) || kanji(code);

export const WIDE: readonly WideCandidate[] = [
	// The leads are those of the first level of GB 2312, JIS X 0208 and Big5; KS X 1001 has the usual syllables only.
	{
		charset: 'gbk',
		isCommon: within(SIMPLIFIED),
		isUsual: (lead, code) => lead >= 0xb0 && lead <= 0xd7 && isHan(code),
	},
	{ charset: 'big5', isCommon: within(TRADITIONAL), isUsual: (lead, code) => lead <= 0xc6 && isHan(code) },
	{ charset: 'shift_jis', isCommon: isJapanese, isUsual: (lead, code) => lead >= 0x88 && lead <= 0x98 && isHan(code) },
	{ charset: 'euc-jp', isCommon: isJapanese, isUsual: (lead, code) => lead >= 0xb0 && lead <= 0xcf && isHan(code) },
	{ charset: 'euc-kr', isCommon: within(HANGUL), isUsual: (_lead, code) => code >= 0xac00 && code <= 0xd7a3 },
];

function isHan(code: number): boolean {
	return code >= 0x4e00 && code <= 0x9fff;
}

const RARE = -2;
const cyrillic = bothCases(CYRILLIC);
const rarer = bothCases(CYRILLIC_RARER);
const isLower = (code: number): boolean => (code >= 0x430 && code <= 0x45f) || (code >= 0x61 && code <= 0x7a);
const isCapital = (code: number): boolean => code >= 0x401 && code <= 0x42f;

/** Within a word no Latin letter stands before one, and no small letter before a capital: charsets differ in their cases. */
function cyrillicWorth(code: number, before: number): number {
	if (isLatin(before) || (isCapital(code) && isLower(before))) return RARE;
	if (cyrillic.has(code)) return 1;
	return rarer.has(code) ? -0.25 : RARE;
}

const western = bothCases(WESTERN.replace('ß', ''));
const signs = codes(WESTERN_SIGNS);
const ESZETT = 0xdf;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function westernWorth(code: number): number {
	if (western.has(code) || code === ESZETT) return 1;
	return signs.has(code) ? 0 : RARE;
}

export const NARROW: readonly NarrowCandidate[] = [
	{ charset: 'windows-1252', worth: westernWorth, least: 1, letters: 4, share: 0.34 },
	{ charset: 'windows-1251', worth: cyrillicWorth, least: 4, letters: 0, share: 1 },
	{ charset: 'koi8-r', worth: cyrillicWorth, least: 4, letters: 0, share: 1 },
];
