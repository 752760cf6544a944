/** Whether a character takes two cells of a terminal or of a monospaced font: wide and full-width ones (UAX #11), and emoji. */
export function isWide(codePoint: number): boolean {
	return (
		codePoint >= 0x1100 &&
		(codePoint <= 0x115f ||
			(codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
			(codePoint >= 0xa960 && codePoint <= 0xa97f) ||
			(codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
			(codePoint >= 0xf900 && codePoint <= 0xfaff) ||
			(codePoint >= 0xfe30 && codePoint <= 0xfe6f) ||
			(codePoint >= 0xff00 && codePoint <= 0xff60) ||
			(codePoint >= 0xffe0 && codePoint <= 0xffe6) ||
			(codePoint >= 0x1f000 && codePoint <= 0x1faff) ||
			(codePoint >= 0x20000 && codePoint <= 0x3fffd))
	);
}

/** The cells of a terminal or of a monospaced font that a text takes, which has no control characters. */
export function cellsOf(text: string): number {
	let cells = 0;
	for (const character of text) cells += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
	return cells;
}

/** A text with spaces behind it, so many that it takes at least `cells`. */
export function padCells(text: string, cells: number): string {
	return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}
