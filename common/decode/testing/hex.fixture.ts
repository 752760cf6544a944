/** The bytes of hexadecimal digits; white space is left out. */
export function fromHex(text: string): Uint8Array {
	const digits = text.replace(/\s+/g, '');
	if (digits.length % 2 === 1 || /[^0-9a-f]/i.test(digits)) throw new Error(`No hex: ${text}`);
	return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
