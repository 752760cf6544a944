import type { ByteWriter } from '../codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from '../codec/fault.ts';
import { afterComment, digitAt } from './digits.ts';
import { readLiteral } from './literal.ts';

const SPACE = /^\s$/;
const QUOTES = `"'`;
const LITERAL = /[bB]["']/y;

function isSeparator(text: string, at: number): boolean {
	const character = text.charAt(at);
	return character === ' ' || character === ',' || character === ':' || character === ';' || SPACE.test(character);
}

/** A dash between two bytes, or at the end of a line of bytes. */
function isDash(text: string, at: number): boolean {
	if (text.charAt(at) !== '-' || digitAt(text, at - 1) < 0) return false;
	return digitAt(text, at + 1) >= 0 || /^-\s*\n/.test(text.slice(at));
}

/** The offset after separators without meaning; `at` itself where a byte should begin. */
function skip(text: string, at: number): number | Fault {
	if (isSeparator(text, at) || isDash(text, at)) return at + 1;
	const line = /^\\\r?\n/.exec(text.slice(at, at + 3));
	if (line !== null) return at + line[0].length;
	const behind = afterComment(text, at);
	return behind < 0 ? fault(at, 'hexCommentOpen') : behind;
}

/** Writes the bytes of pairs of hexadecimal digits in any of their notations; returns the fault. */
export function readPairs(text: string, writer: ByteWriter): Fault | undefined {
	let at = 0;
	/** Start of the open quote. */
	let quoted: number | undefined;
	while (at < text.length) {
		const high = digitAt(text, at);
		const low = high < 0 ? -1 : digitAt(text, at + 1);
		if (low >= 0) {
			writer.byte(high * 16 + low);
			at += 2;
			continue;
		}
		const next = skip(text, at);
		if (typeof next !== 'number') return next;
		if (next > at) {
			at = next;
			continue;
		}
		LITERAL.lastIndex = at;
		if (quoted === undefined && LITERAL.test(text) && digitAt(text, at - 1) < 0) {
			const end = readLiteral(text, at + 1, writer);
			if (typeof end !== 'number') return end;
			at = end;
			continue;
		}
		if (QUOTES.includes(text.charAt(at))) {
			if (quoted === undefined) quoted = at;
			else if (text.charAt(quoted) === text.charAt(at)) quoted = undefined;
			else return fault(at, 'hexQuoteEnd', { quote: text.charAt(quoted) });
			at++;
			continue;
		}
		const end = readByte(text, at, writer);
		if (typeof end !== 'number') return end;
		at = end;
	}
	return quoted === undefined ? undefined : fault(quoted, 'hexQuoteOpen');
}

/** Writes the byte that begins at `at`, with the `0x` or `\x` before it; returns the offset after it. */
function readByte(text: string, start: number, writer: ByteWriter): number | Fault {
	const prefix = /^(?:0x|\\x)/i.exec(text.slice(start, start + 2))?.[0] ?? '';
	const at = start + prefix.length;
	const high = digitAt(text, at);
	if (high < 0) {
		if (prefix !== '') return fault(start, 'hexDigitsFollow', { prefix });
		return fault(at, 'hexByte', { character: quoteCharacter(text, at) });
	}
	const low = digitAt(text, at + 1);
	if (low < 0) return readSingle(text, at, { high, prefix }, writer);
	if (prefix.startsWith('\\') && digitAt(text, at + 2) >= 0) {
		return fault(at + 2, 'hexAfterEscape', { written: text.slice(start, at + 2) });
	}
	writer.byte(high * 16 + low);
	return at + 2;
}

/** One digit: a byte only where `0x` marks a number, as in `0x0, 0x1`. */
function readSingle(
	text: string,
	at: number,
	{ high, prefix }: { readonly high: number; readonly prefix: string },
	writer: ByteWriter,
): number | Fault {
	const ends = at + 1 >= text.length || /[\s,;:\-"']/.test(text.charAt(at + 1));
	if (!ends) return fault(at + 1, 'hexDigit', { character: quoteCharacter(text, at + 1) });
	if (!prefix.startsWith('0')) {
		return fault(at, 'hexDigitAlone', { digit: text.charAt(at) });
	}
	writer.byte(high);
	return at + 1;
}
