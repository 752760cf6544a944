/** Possible numbers of bytes per row, the largest first. */
const CHOICES = [32, 24, 16, 8, 4] as const;

/** Width of the hex of a row in characters: three a byte, and one more between groups of eight. */
export function hexChars(perRow: number): number {
	return perRow * 3 + Math.max(0, perRow / 8 - 1);
}

/** Width of a row in characters: offset and two spaces, hex, a space, then the text. */
export function rowChars(perRow: number, offsetDigits: number): number {
	return offsetDigits + 2 + hexChars(perRow) + 1 + perRow;
}

/** The number of bytes per row that fits into `width` px with characters of `character` px. */
export function bytesPerRow(width: number, character: number, offsetDigits: number): number {
	if (character <= 0) return 16;
	return CHOICES.find((perRow) => rowChars(perRow, offsetDigits) * character <= width) ?? 4;
}
