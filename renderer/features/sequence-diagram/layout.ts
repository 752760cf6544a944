/** Width of time and pause at the left of each row, px. */
export const GUTTER = 108;
/** The narrowest readable column, px. */
const NARROWEST = 132;
const WIDEST = 420;

/** The columns share the width of the pane, and scroll sideways where that is too little. */
export function columnWidth(width: number, columns: number): number {
	const share = (width - GUTTER - 2) / Math.max(1, columns);
	return Math.round(Math.min(WIDEST, Math.max(NARROWEST, share)));
}

/** The x position of a column's line. */
export function columnCentre(column: number, index: number): number {
	return Math.round(GUTTER + column * (index + 0.5));
}
