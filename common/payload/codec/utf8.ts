/**
 * UTF-8 (RFC 3629) in plain ECMAScript: this layer has neither Node's nor the web's types, and it needs the place of an
 * error, which TextEncoder hides by replacing it.
 */

/** Writes a Unicode scalar value at `at`; returns the offset after it. `into` has room for 4 bytes. */
export function encodeCodePoint(code: number, into: Uint8Array, at: number): number {
	if (code < 0x80) {
		into[at] = code;
		return at + 1;
	}
	if (code < 0x800) {
		into[at] = 0xc0 | (code >> 6);
		into[at + 1] = 0x80 | (code & 0x3f);
		return at + 2;
	}
	if (code < 0x10000) {
		into[at] = 0xe0 | (code >> 12);
		into[at + 1] = 0x80 | ((code >> 6) & 0x3f);
		into[at + 2] = 0x80 | (code & 0x3f);
		return at + 3;
	}
	into[at] = 0xf0 | (code >> 18);
	into[at + 1] = 0x80 | ((code >> 12) & 0x3f);
	into[at + 2] = 0x80 | ((code >> 6) & 0x3f);
	into[at + 3] = 0x80 | (code & 0x3f);
	return at + 4;
}

export function isSurrogate(code: number): boolean {
	return code >= 0xd800 && code <= 0xdfff;
}

/** In place of a code point: bytes that are no character. */
export const INVALID = -1;
/** The same where the bytes end in the middle of a character: further bytes may complete it. */
export const INCOMPLETE = -2;

/** One character of a byte string: its code point and its length in bytes. `INVALID` and `INCOMPLETE` are below 0. */
export interface DecodedCharacter {
	code: number;
	length: number;
}

/** The first bytes of a range, and the permitted second bytes, after table 3-7 of the Unicode Standard. */
function secondByteRange(first: number): readonly [number, number] {
	if (first === 0xe0) return [0xa0, 0xbf];
	if (first === 0xed) return [0x80, 0x9f];
	if (first === 0xf0) return [0x90, 0xbf];
	if (first === 0xf4) return [0x80, 0x8f];
	return [0x80, 0xbf];
}

/**
 * Decodes the character at `at` into `result`. Overlong forms, surrogates and code points above U+10FFFF are not
 * UTF-8: they give `INVALID` and length 1. An incomplete character has length 1 too.
 */
export function decodeCharacter(bytes: Uint8Array, at: number, result: DecodedCharacter): void {
	const first = bytes[at] ?? 0;
	result.code = first;
	result.length = 1;
	if (first < 0x80) return;
	const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first <= 0xf4 ? 4 : 0;
	result.code = INVALID;
	if (first < 0xc2 || length === 0) return;
	const end = Math.min(at + length, bytes.length);
	const [low, high] = secondByteRange(first);
	let code = first & (0x7f >> length);
	for (let i = at + 1; i < end; i++) {
		const next = bytes[i] ?? 0;
		if (i === at + 1 ? next < low || next > high : (next & 0xc0) !== 0x80) return;
		code = code * 64 + (next & 0x3f);
	}
	if (end < at + length) {
		result.code = INCOMPLETE;
		return;
	}
	result.code = code;
	result.length = length;
}
