const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits. */
export function hexByte(byte: number): string {
	return HEX[byte & 0xff] ?? '00';
}

/** An offset as hex digits, at least four, and wide enough for the last offset. */
export function offsetText(offset: number, total: number): string {
	return offset.toString(16).padStart(Math.max(4, Math.max(0, total - 1).toString(16).length), '0');
}

/** One character for a byte next to its hex: printable ASCII as it is, else a dot. */
export function asciiChar(byte: number): string {
	return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
}
