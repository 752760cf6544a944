import { toHex } from './hex.ts';

/**
 * Characters that draw nothing or that change the order of what is drawn around them: soft hyphen, zero-width signs,
 * bidirectional controls (UAX #9), line separators, the byte order mark, variation and tag characters.
 */
function isUnseen(codePoint: number): boolean {
	return (
		codePoint === 0xad ||
		codePoint === 0x61c ||
		codePoint === 0x180e ||
		(codePoint >= 0x200b && codePoint <= 0x200f) ||
		(codePoint >= 0x2028 && codePoint <= 0x202e) ||
		(codePoint >= 0x2060 && codePoint <= 0x206f) ||
		(codePoint >= 0xfff9 && codePoint <= 0xfffb) ||
		codePoint === 0xfeff ||
		(codePoint >= 0xe0000 && codePoint <= 0xe0fff)
	);
}

const SHORT: Readonly<Record<number, string>> = { 0: '\\0', 9: '\\t', 10: '\\n', 13: '\\r', 27: '\\e' };

/**
 * The sign for a character that would not be seen, as the composer's escaped text writes it; undefined for one that is.
 * The Control Pictures of Unicode would be one character each, but at the size of a row nobody can read them.
 */
export function visibleSign(codePoint: number): string | undefined {
	if (codePoint < 0x20 || codePoint === 0x7f) return SHORT[codePoint] ?? invalidSign(codePoint);
	if ((codePoint > 0x7f && codePoint < 0xa0) || isUnseen(codePoint)) return `\\u{${codePoint.toString(16)}}`;
	return undefined;
}

/** The sign for a byte that is no UTF-8. */
export function invalidSign(byte: number): string {
	return `\\x${toHex(Uint8Array.of(byte))}`;
}

/** Cells that a character takes in a face of even width: two for East Asian wide ones and emoji, else one. */
export function cellsOf(codePoint: number): 1 | 2 {
	const wide =
		codePoint >= 0x1100 &&
		(codePoint <= 0x115f ||
			(codePoint >= 0x2300 && codePoint <= 0x23ff) ||
			(codePoint >= 0x2600 && codePoint <= 0x27bf) ||
			(codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
			(codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
			(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
			(codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
			(codePoint >= 0xff00 && codePoint <= 0xff60) ||
			(codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
			(codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
			(codePoint >= 0x20000 && codePoint <= 0x3fffd));
	return wide ? 2 : 1;
}
