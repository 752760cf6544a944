import { type Charset, LATIN1, UTF8 } from './charsets/charset.ts';
import { StreamText } from './charsets/stream-text.ts';
import { ByteWriter } from './codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from './codec/fault.ts';
import { type DecodedCharacter, INVALID, isSurrogate } from './codec/utf8.ts';
import { missing } from './text.ts';

const SHORT = new Map<string, number>([
	['0', 0x00],
	['a', 0x07],
	['b', 0x08],
	['t', 0x09],
	['n', 0x0a],
	['v', 0x0b],
	['f', 0x0c],
	['r', 0x0d],
	['e', 0x1b],
	['"', 0x22],
	["'", 0x27],
	['\\', 0x5c],
]);
/** The short form of a byte; quotes need none. */
const SHORT_OF = new Map([...SHORT].filter(([letter]) => letter !== '"' && letter !== "'").map(([l, b]) => [b, l]));

const HEX2 = /^[0-9a-fA-F]{2}/;
const HEX4 = /^[0-9a-fA-F]{4}/;
const BRACED = /^\{([0-9a-fA-F]{1,6})\}/;

/** The meaning of one escape: a byte or a character, and its written length. */
type Escape = { byte: number; length: number } | { code: number; length: number };

function readUnicode(text: string, at: number): Escape | Fault {
	const rest = text.slice(at + 2, at + 10);
	const braced = BRACED.exec(rest);
	if (braced) {
		const code = Number.parseInt(braced[1] ?? '', 16);
		if (code > 0x10ffff) return fault(at, 'escapeLargest');
		return isSurrogate(code) ? fault(at, 'halfCharacter') : { code, length: 2 + braced[0].length };
	}
	const four = HEX4.exec(rest);
	if (!four) return fault(at, 'escapeUnicode');
	const code = Number.parseInt(four[0], 16);
	if (!isSurrogate(code)) return { code, length: 6 };
	const low = text.slice(at + 6, at + 8) === '\\u' ? HEX4.exec(text.slice(at + 8, at + 12)) : null;
	const pair = low ? String.fromCharCode(code, Number.parseInt(low[0], 16)).codePointAt(0) : undefined;
	return pair !== undefined && pair > 0xffff ? { code: pair, length: 12 } : fault(at, 'halfCharacter');
}

function readEscape(text: string, at: number): Escape | Fault {
	const letter = text.charAt(at + 1);
	const short = SHORT.get(letter);
	if (short !== undefined) return { code: short, length: 2 };
	if (letter === 'u') return readUnicode(text, at);
	if (letter === 'x') {
		const digits = HEX2.exec(text.slice(at + 2, at + 4));
		if (!digits) return fault(at, 'escapeByte');
		return { byte: Number.parseInt(digits[0], 16), length: 4 };
	}
	if (letter === '') return fault(at, 'escapeNothing');
	return fault(at, 'escapeUnknown', { character: quoteCharacter(text, at + 1) });
}

/**
 * Text with escapes: `\n \r \t \0 \a \b \f \v \e \\ \" \'`, `\xHH` for one byte, `\uHHHH` and `\u{H..}` for a
 * character, which is encoded in the charset like all other text.
 */
export function parseEscaped(
	text: string,
	charset: Charset = UTF8,
): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const writer = new ByteWriter(text.length);
	let at = 0;
	while (at < text.length) {
		const code = text.codePointAt(at) ?? 0;
		if (code !== 0x5c) {
			if (isSurrogate(code)) return fault(at, 'halfCharacter');
			if (!charset.encode(code, writer)) return fault(at, ...missing(text, at, charset));
			at += code > 0xffff ? 2 : 1;
			continue;
		}
		const read = readEscape(text, at);
		if ('ok' in read) return read;
		if ('byte' in read) writer.byte(read.byte);
		else if (!charset.encode(read.code, writer))
			return fault(at, ...missing(String.fromCodePoint(read.code), 0, charset));
		at += read.length;
	}
	return { ok: true, bytes: writer.finish() };
}

/** Invisible characters, and those that change how their neighbours show, are written as escapes. */
const HIDDEN = /[\p{C}\p{Z}]/u;

/** A character as `parseEscaped` reads it back; a byte that is none (code below 0) as `\\xHH`. */
export function escapedCharacter(code: number, byte: number): string {
	const short = SHORT_OF.get(code);
	if (short !== undefined) return `\\${short}`;
	if (code < 0) return `\\x${byte.toString(16).padStart(2, '0')}`;
	if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
	const shown = String.fromCodePoint(code);
	return code > 0x7f && HIDDEN.test(shown) ? `\\u{${code.toString(16)}}` : shown;
}

/** These bytes by themselves. */
function escapedBytes(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => escapedCharacter(INVALID, byte)).join('');
}

/**
 * A character and its bytes as `parseEscaped` reads them back in the charset: some charsets have several byte sequences
 * for one character, of which only one is written.
 */
function exactly(code: number, bytes: Uint8Array, charset: Charset): string {
	if (code < 0) return escapedBytes(bytes);
	const text = escapedCharacter(code, 0);
	const back = parseEscaped(text, charset);
	const same = back.ok && back.bytes.length === bytes.length && back.bytes.every((byte, at) => byte === bytes[at]);
	return same ? text : escapedBytes(bytes);
}

/** Bytes as escaped text that `parseEscaped` reads back: visible text of the charset stays, the rest is escaped. */
export function toEscaped(bytes: Uint8Array, charset: Charset = UTF8): string {
	if (charset === UTF8 || charset === LATIN1) {
		const text = new StreamText(charset, escapedCharacter);
		return text.next(bytes) + text.end();
	}
	const character: DecodedCharacter = { code: 0, length: 1 };
	let text = '';
	for (let at = 0; at < bytes.length; at += character.length) {
		charset.decode(bytes, at, character);
		text += exactly(character.code, bytes.subarray(at, at + character.length), charset);
	}
	return text;
}
