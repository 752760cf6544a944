import { fromLatin1 } from '../payload/codec/ascii.ts';
import { toHex } from '../payload/hex.ts';

/** Transforms the bytes of a placeholder. All filters work on bytes; letters and white space are ASCII's. */
export interface Filter {
	readonly apply: (bytes: Uint8Array) => Uint8Array;
	/** Its output's length, where that follows from the input's. */
	readonly length?: (input: number) => number;
}

/** Maps the letters `from` to `from + 25` to those `by` further; other bytes stay. */
function shiftLetters(bytes: Uint8Array, from: number, by: number): Uint8Array {
	const shifted = new Uint8Array(bytes);
	for (let i = 0; i < shifted.length; i++) {
		const byte = shifted[i] ?? 0;
		if (byte >= from && byte < from + 26) shifted[i] = byte + by;
	}
	return shifted;
}

/** Space, and tab to carriage return. */
function isSpace(byte: number | undefined): boolean {
	return byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);
}

function trim(bytes: Uint8Array): Uint8Array {
	let from = 0;
	let to = bytes.length;
	while (from < to && isSpace(bytes[from])) from++;
	while (to > from && isSpace(bytes[to - 1])) to--;
	return bytes.subarray(from, to);
}

/** The value of a hexadecimal digit, or -1. */
function digit(byte: number | undefined): number {
	if (byte === undefined) return -1;
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	const letter = byte | 0x20;
	return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** Decodes percent escapes as in a URL; others stay (RFC 3986, 2.1). */
function unescapePercent(bytes: Uint8Array): Uint8Array {
	const out = new Uint8Array(bytes.length);
	let length = 0;
	for (let at = 0; at < bytes.length; at++) {
		const high = bytes[at] === 0x25 ? digit(bytes[at + 1]) : -1;
		const low = high < 0 ? -1 : digit(bytes[at + 2]);
		out[length++] = low < 0 ? (bytes[at] ?? 0) : high * 16 + low;
		if (low >= 0) at += 2;
	}
	return out.subarray(0, length);
}

function lengthField(bytes: Uint8Array, size: 1 | 2 | 3 | 4, little: boolean): Uint8Array {
	const field = new Uint8Array(4);
	new DataView(field.buffer).setUint32(0, bytes.length, little);
	return little ? field.subarray(0, size) : field.subarray(4 - size);
}

const unchanged = (length: number): number => length;

function fieldFilter(size: 1 | 2 | 3 | 4, little: boolean): Filter {
	return { apply: (bytes) => lengthField(bytes, size, little), length: () => size };
}

/**
 * `upper`, `lower`: ASCII letters, other bytes unchanged. `hex`: two lower-case digits a byte. `reverse`: the last
 * byte first. `trim`: without ASCII white space at both ends. `unescape`: `%HH` as in a URL becomes its byte. `length`:
 * how many bytes, in decimal; `length8`, `length16be`, `length32le` and so on: the same as an unsigned number of so many
 * bits, modulo 2 to their power, in that byte order.
 */
export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
	['upper', { apply: (bytes) => shiftLetters(bytes, 0x61, -0x20), length: unchanged }],
	['lower', { apply: (bytes) => shiftLetters(bytes, 0x41, 0x20), length: unchanged }],
	['hex', { apply: (bytes) => fromLatin1(toHex(bytes)), length: (input) => input * 2 }],
	['reverse', { apply: (bytes) => bytes.toReversed(), length: unchanged }],
	['trim', { apply: trim }],
	['unescape', { apply: unescapePercent }],
	['length', { apply: (bytes) => fromLatin1(String(bytes.length)), length: (input) => String(input).length }],
	['length8', fieldFilter(1, false)],
	['length16be', fieldFilter(2, false)],
	['length16le', fieldFilter(2, true)],
	['length24be', fieldFilter(3, false)],
	['length24le', fieldFilter(3, true)],
	['length32be', fieldFilter(4, false)],
	['length32le', fieldFilter(4, true)],
]);
