import { charsetNamed } from '../charsets/named.ts';
import { type CharsetName, isAsciiIn } from '../charsets/names.ts';
import { type Fault, fault, quoteCharacter } from '../codec/fault.ts';
import { toHex } from '../hex.ts';
import { encodeText } from '../text.ts';

/** A pattern for bytes, and where its parts are in the pattern that a person wrote. */
export interface BytePattern {
	readonly ok: true;
	readonly pattern: string;
	/** The place in the written pattern of a place in `pattern`. */
	placeOf(at: number): number;
}

/** A part of a regular expression: an escape, a quotation, the name of a group, or one character. */
const PART = /\\Q(?:[^\\]|\\(?!E))*(?:\\E|$)|\\[\s\S]|\(\?P?<[^>]*>?|[\s\S]/gu;

/**
 * The one rule for regular expressions over bytes: a character that is not ASCII stands for its bytes in a charset, one
 * byte as `\xHH`, several as a group of them; `\xHH` is a byte in any charset. `ignoreCase`: the other case of a character
 * matches too, and its bytes are exact.
 */
export function bytePattern(written: string, ignoreCase: boolean, charset: CharsetName): BytePattern | Fault {
	const places: { readonly at: number; readonly from: number }[] = [];
	let pattern = '';
	let inClass = false;
	for (const { 0: part, index: at } of written.matchAll(PART)) {
		places.push({ at, from: pattern.length });
		const wide = [...part].some(isWide);
		if (part === '[') inClass = true;
		else if (part === ']') inClass = false;
		if (!wide) {
			pattern += part;
			continue;
		}
		if (!isAsciiIn(charset)) {
			return fault(at, 'regexCharset', { charset });
		}
		if (part.startsWith('\\Q')) {
			const bytes = quoted(part, at, ignoreCase, charset);
			if (typeof bytes !== 'string') return bytes;
			pattern += bytes;
			continue;
		}
		if (part.startsWith('\\') || part.startsWith('(?')) {
			return fault(at, 'regexNoMeaning', { character: quoteCharacter(part, part.length - 1) });
		}
		const ways = waysOf(part, at, ignoreCase, charset);
		if (!Array.isArray(ways)) return ways;
		if (inClass && ways.some((way) => way.length > BYTE)) {
			return fault(at, 'regexWideInClass', { character: part, charset });
		}
		pattern += inClass ? ways.join('') : group(ways, ignoreCase);
	}
	const placeOf = (at: number): number => places.findLast(({ from }) => from <= at)?.at ?? 0;
	return { ok: true, pattern, placeOf };
}

/** `\Q…\E`, with its characters outside ASCII as bytes. */
function quoted(part: string, at: number, ignoreCase: boolean, charset: CharsetName): string | Fault {
	let text = '';
	let place = at + 2;
	for (const character of part.slice(2).replace(/\\E$/, '')) {
		const ways = isWide(character) ? waysOf(character, place, ignoreCase, charset) : undefined;
		if (ways !== undefined && !Array.isArray(ways)) return ways;
		text += ways === undefined ? `\\Q${character}\\E` : group(ways, ignoreCase);
		place += character.length;
	}
	return text;
}

function isWide(character: string): boolean {
	return (character.codePointAt(0) ?? 0) > 0x7f;
}

/** Characters of one byte in a pattern: `\xHH`. */
const BYTE = 4;

/** The bytes of a character, and with `ignoreCase` those of its other case, each as a pattern. */
function waysOf(character: string, at: number, ignoreCase: boolean, charset: CharsetName): string[] | Fault {
	const named = charsetNamed(charset);
	const exact = encodeText(character, named);
	if (!exact.ok) return { ...exact, position: at };
	const cases = ignoreCase ? [character.toLowerCase(), character.toUpperCase()] : [];
	const others = cases.flatMap((other) => {
		const encoded = encodeText(other, named);
		return encoded.ok ? [encoded.bytes] : [];
	});
	return [...new Set([exact.bytes, ...others].map((bytes) => toHex(bytes).replaceAll(/../g, '\\x$&')))];
}

/** Bytes of these have no case of their own, whatever the flags say. */
function group(ways: readonly string[], ignoreCase: boolean): string {
	const [only = ''] = ways;
	if (ways.length === 1 && only.length === BYTE && !ignoreCase) return only;
	return `(?-i:${ways.join('|')})`;
}
