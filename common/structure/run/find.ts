/** Bytes of the smallest character of a charset. */
export const unitOf = (charset: string): number => (charset.startsWith('utf-16') ? 2 : 1);

/**
 * Offset of the first place of `end` in the bytes, at multiples of `unit`; -1 where there is none. Terminators are short: the
 * search is linear for them.
 */
export function findEnd(bytes: Uint8Array, end: Uint8Array, unit: number): number {
	const [first = 0] = end;
	for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
		if (at % unit === 0 && end.every((byte, i) => bytes[at + i] === byte)) return at;
	}
	return -1;
}

/** Bytes without those at the end that only fill. */
export function unpadded(bytes: Uint8Array, pad: number, unit: number): Uint8Array {
	let length = bytes.length;
	while (length >= unit && bytes.subarray(length - unit, length).every((byte) => byte === pad)) length -= unit;
	return bytes.subarray(0, length);
}
