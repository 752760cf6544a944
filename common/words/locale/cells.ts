/** Characters that take two cells of a terminal or of a monospaced font (UAX #11: East Asian wide and full-width), as far as texts of ours use them. */
const WIDE =
	/[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/** The cells of a terminal or of a monospaced font that a text takes, which has no control characters. */
export function cellsOf(text: string): number {
	return text.length + (text.match(WIDE)?.length ?? 0) - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0);
}

/** A text with spaces behind it, so many that it takes at least `cells`. */
export function padCells(text: string, cells: number): string {
	return text + ' '.repeat(Math.max(0, cells - cellsOf(text)));
}
