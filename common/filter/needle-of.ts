import { charsetNamed } from '../payload/charsets/named.ts';
import type { CharsetName } from '../payload/charsets/names.ts';
import { encodeText } from '../payload/text.ts';
import type { Needle } from './find.ts';

const LETTERS = /[A-Za-z]/g;

/**
 * The bytes of text in a charset. `anyCase`: the other case of an ASCII letter matches too, and no byte of another
 * character that happens to be the same. Undefined where the charset lacks a character of it.
 */
export function needleOf(text: string, anyCase: boolean, charset: CharsetName): Needle | undefined {
	const named = charsetNamed(charset);
	const encoded = encodeText(text, named);
	if (!encoded.ok) return undefined;
	const { bytes } = encoded;
	const other = anyCase ? encodeText(text.replaceAll(LETTERS, otherCase), named) : encoded;
	return { bytes, other: other.ok && other.bytes.length === bytes.length ? other.bytes : bytes };
}

/** The same for given bytes: those of ASCII letters count as letters. */
export function byteNeedle(bytes: Uint8Array, anyCase: boolean): Needle {
	if (!anyCase) return { bytes, other: bytes };
	const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
	return { bytes, other: bytes.map((byte) => (isLetter(byte) ? byte ^ 0x20 : byte)) };
}

/** The bytes of hexadecimal digits, two per byte. */
export function bytesOf(hex: string): Uint8Array {
	return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

function otherCase(letter: string): string {
	return String.fromCharCode(letter.charCodeAt(0) ^ 0x20);
}
