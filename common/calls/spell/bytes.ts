/** Bytes of a call that are shown. */
const MOST = 48;

/** As a literal of Python or C without its quotes; `isCut` where bytes are left out. */
export function literalText(bytes: Uint8Array, quote: string): { readonly text: string; readonly isCut: boolean } {
	const shown = bytes.subarray(0, MOST);
	return { text: Array.from(shown, (byte) => escaped(byte, quote)).join(''), isCut: bytes.length > shown.length };
}

const NAMED: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' };

function escaped(byte: number, quote: string): string {
	const named = NAMED[byte];
	if (named !== undefined) return named;
	const character = String.fromCharCode(byte);
	if (character === quote) return `\\${quote}`;
	if (byte >= 0x20 && byte < 0x7f) return character;
	// A hexadecimal escape of C has no end of its own.
	return quote === '"' ? `\\${byte.toString(8).padStart(3, '0')}` : `\\x${byte.toString(16).padStart(2, '0')}`;
}
