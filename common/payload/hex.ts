import { ByteWriter } from './byte-writer.ts';
import { type Fault, fault, quoteCharacter } from './fault.ts';

const DIGITS = '0123456789abcdef';
const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits a byte, with `separator` between bytes. */
export function toHex(bytes: Uint8Array, separator = ''): string {
	let text = '';
	for (let i = 0; i < bytes.length; i++) {
		if (i > 0) text += separator;
		text += PAIRS[bytes[i] ?? 0];
	}
	return text;
}

/** A position as dumps show it: at least `width` lower-case hexadecimal digits. */
export function toHexOffset(offset: number, width = 8): string {
	return offset.toString(16).padStart(width, '0');
}

function digitAt(text: string, at: number): number {
	return at < text.length ? DIGITS.indexOf(text.charAt(at).toLowerCase()) : -1;
}

function isSeparator(text: string, at: number): boolean {
	const character = text.charAt(at);
	return character === ',' || character === ':' || /^\s$/.test(character);
}

/**
 * Reads pairs of hexadecimal digits. Between bytes there may be white space, commas and colons, and `0x` before
 * any byte; the two digits of a byte stand together.
 */
export function parseHex(text: string): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const writer = new ByteWriter(text.length >> 1);
	let at = 0;
	while (at < text.length) {
		if (isSeparator(text, at)) {
			at++;
			continue;
		}
		if (text.charAt(at) === '0' && text.charAt(at + 1).toLowerCase() === 'x') {
			if (digitAt(text, at + 2) < 0) return fault(at, 'Hexadecimal digits should follow 0x.');
			at += 2;
		}
		const high = digitAt(text, at);
		if (high < 0) return fault(at, `${quoteCharacter(text, at)} is not a hexadecimal digit.`);
		const low = digitAt(text, at + 1);
		if (low < 0) {
			if (at + 1 >= text.length || isSeparator(text, at + 1)) {
				return fault(at, `The digit “${text.charAt(at)}” stands alone: a byte is two hexadecimal digits.`);
			}
			return fault(at + 1, `${quoteCharacter(text, at + 1)} is not a hexadecimal digit.`);
		}
		writer.byte(high * 16 + low);
		at += 2;
	}
	return { ok: true, bytes: writer.finish() };
}
