import { ByteWriter } from './codec/byte-writer.ts';
import { type Fault, fault, quoteCharacter } from './codec/fault.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 with padding (RFC 4648, section 4). */
export function toBase64(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const left = bytes.length - at;
		const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		const digit = (shift: number) => ALPHABET.charAt((group >> shift) & 63);
		text += digit(18) + digit(12) + (left > 1 ? digit(6) : '=') + (left > 2 ? digit(0) : '=');
	}
	return text;
}

function digitValue(character: string): number {
	if (character === '-') return 62;
	if (character === '_') return 63;
	return ALPHABET.indexOf(character);
}

/** Reads base64 of either alphabet (RFC 4648, sections 4 and 5). White space is skipped; the padding is optional. */
export function parseBase64(text: string): { ok: true; bytes: Uint8Array<ArrayBuffer> } | Fault {
	const writer = new ByteWriter(Math.ceil((text.length * 3) / 4));
	let bits = 0;
	let digits = 0;
	let padding = 0;
	let last = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		if (/^\s$/.test(character)) continue;
		if (character === '=') {
			padding++;
			if (digits % 4 < 2 || padding > 4 - (digits % 4)) return fault(at, 'base64NoPlace');
			continue;
		}
		if (padding > 0) return fault(at, 'base64Follows');
		const value = digitValue(character);
		if (value < 0) return fault(at, 'base64NoDigit', { character: quoteCharacter(text, at) });
		bits = ((bits << 6) | value) & 0xffffff;
		digits++;
		last = at;
		if (digits % 4 !== 0) continue;
		writer.byte(bits >> 16);
		writer.byte((bits >> 8) & 0xff);
		writer.byte(bits & 0xff);
	}
	const left = digits % 4;
	if (padding > 0 && padding !== 4 - left) return fault(text.length, 'base64Another');
	if (left === 1) return fault(last, 'base64DigitAlone');
	if (left === 2) {
		if ((bits & 0xf) !== 0) return fault(last, 'base64Bits');
		writer.byte((bits >> 4) & 0xff);
	} else if (left === 3) {
		if ((bits & 3) !== 0) return fault(last, 'base64Bits');
		writer.byte((bits >> 10) & 0xff);
		writer.byte((bits >> 2) & 0xff);
	}
	return { ok: true, bytes: writer.finish() };
}
