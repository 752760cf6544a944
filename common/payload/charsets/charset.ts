import { isAscii, toLatin1 } from '../codec/ascii.ts';
import type { ByteWriter } from '../codec/byte-writer.ts';
import { type DecodedCharacter, decodeCharacter, INCOMPLETE, INVALID, isSurrogate } from '../codec/utf8.ts';
import type { CharsetName } from './names.ts';

/** A character encoding. */
export interface Charset {
	readonly name: CharsetName;
	/** Writes a Unicode scalar value; returns false and writes nothing where the charset lacks it. */
	encode(code: number, writer: ByteWriter): boolean;
	/** Decodes the character at `at` into `result`: `INVALID` for bytes that are none, `INCOMPLETE` where the bytes end in it. */
	decode(bytes: Uint8Array, at: number, result: DecodedCharacter): void;
	/** An offset at or before `before` from which decoding reaches a character boundary at `before`, whatever bytes come first. */
	stepBack(bytes: Uint8Array, before: number): number;
	/** Bytes that bring a decoder into the state after the first `end` of these. Left out: the charset has no states. */
	stateAt?(bytes: Uint8Array, end: number): Uint8Array;
}

export const UTF8: Charset = {
	name: 'utf-8',
	encode(code, writer) {
		writer.codePoint(code);
		return true;
	},
	decode: decodeCharacter,
	stepBack: (_bytes, before) => Math.max(0, before - 3),
};

/** ISO 8859-1 itself, not windows-1252, which the web substitutes for it. */
export const LATIN1: Charset = {
	name: 'latin1',
	encode(code, writer) {
		if (code > 0xff) return false;
		writer.byte(code);
		return true;
	},
	decode(bytes, at, result) {
		result.code = bytes[at] ?? 0;
		result.length = 1;
	},
	stepBack: (_bytes, before) => before,
};

/** UTF-16 (RFC 2781) without a byte order mark. Half of a surrogate pair is two invalid bytes. */
export function utf16(name: 'utf-16le' | 'utf-16be'): Charset {
	const low = name === 'utf-16le' ? 0 : 1;
	const unitAt = (bytes: Uint8Array, at: number) =>
		at + 1 < bytes.length ? (bytes[at + low] ?? 0) | ((bytes[at + 1 - low] ?? 0) << 8) : -1;
	const write = (unit: number, writer: ByteWriter) => {
		writer.byte(low === 0 ? unit & 0xff : unit >> 8);
		writer.byte(low === 0 ? unit >> 8 : unit & 0xff);
	};
	return {
		name,
		encode(code, writer) {
			if (code > 0xffff) write(0xd7c0 + (code >> 10), writer);
			write(code > 0xffff ? 0xdc00 | (code & 0x3ff) : code, writer);
			return true;
		},
		decode(bytes, at, result) {
			const first = unitAt(bytes, at);
			result.code = first < 0 ? INCOMPLETE : first;
			result.length = first < 0 ? 1 : 2;
			if (!isSurrogate(first)) return;
			const second = first < 0xdc00 ? unitAt(bytes, at + 2) : 0;
			const pair = second >= 0xdc00 && second <= 0xdfff;
			result.code = pair ? 0x10000 + ((first & 0x3ff) << 10) + (second & 0x3ff) : second < 0 ? INCOMPLETE : INVALID;
			if (pair) result.length = 4;
		},
		stepBack: (_bytes, before) => Math.max(0, (before & ~1) - 2),
	};
}

/** The bytes as text; each invalid place becomes one U+FFFD. */
export function decodeText(bytes: Uint8Array, charset: Charset): string {
	// Most texts are ASCII, which takes a tenth of the time.
	if (charset === UTF8 && isAscii(bytes)) return toLatin1(bytes);
	const character: DecodedCharacter = { code: 0, length: 1 };
	let text = '';
	for (let at = 0; at < bytes.length; at += character.length) {
		charset.decode(bytes, at, character);
		text += character.code < 0 ? '\ufffd' : String.fromCodePoint(character.code);
	}
	return text;
}
