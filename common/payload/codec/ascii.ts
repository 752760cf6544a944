/** One character a byte: printable ASCII as it is, anything else as a dot. */
export function toAscii(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
	return text;
}

/** Maximum characters for one `String.fromCharCode` call without risk of a stack overflow. */
const SLICE = 8192;

/** Spread arguments would be iterated, which takes five times as long. */
const ofCodes = (codes: Uint8Array): string => Reflect.apply(String.fromCharCode, undefined, codes);

/** One character a byte, U+0000 to U+00FF (ISO 8859-1). */
export function toLatin1(bytes: Uint8Array): string {
	if (bytes.length <= SLICE) return ofCodes(bytes);
	let text = '';
	for (let at = 0; at < bytes.length; at += SLICE) text += ofCodes(bytes.subarray(at, at + SLICE));
	return text;
}

export function isAscii(bytes: Uint8Array): boolean {
	for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
	return true;
}

/** Reverses `toLatin1`; also the bytes of ASCII text. Only the low 8 bits of a character count. */
export function fromLatin1(text: string): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(text.length);
	for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
	return bytes;
}

/** A text with the small letter of each ASCII letter. */
export function foldCase(text: string): string {
	return /[A-Z]/.test(text) ? text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()) : text;
}
