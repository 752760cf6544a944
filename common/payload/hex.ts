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
