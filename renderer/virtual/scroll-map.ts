/**
 * Browsers limit the height of an element (about 16 to 33 million px); beyond this height the scroll bar has a shorter
 * element, and its position is scaled to the true one.
 */
export const MAX_SPACER = 8_000_000;

/** A list of rows of equal height in a viewport. All in px; `count` may be as large as an exact integer. */
export interface ScrollGeometry {
	readonly count: number;
	readonly rowHeight: number;
	readonly viewport: number;
	readonly maxSpacer?: number;
}

/** True height of all rows. */
export function contentHeight({ count, rowHeight }: ScrollGeometry): number {
	return count * rowHeight;
}

/** Height of the element that gives the scroll bar its length. */
export function spacerHeight(geometry: ScrollGeometry): number {
	return Math.min(contentHeight(geometry), geometry.maxSpacer ?? MAX_SPACER);
}

export function isScaled(geometry: ScrollGeometry): boolean {
	return contentHeight(geometry) > (geometry.maxSpacer ?? MAX_SPACER);
}

/** The largest true position: the last row at the bottom edge. */
export function maxTop(geometry: ScrollGeometry): number {
	return Math.max(0, contentHeight(geometry) - geometry.viewport);
}

export function clampTop(geometry: ScrollGeometry, top: number): number {
	return Math.min(Math.max(0, top), maxTop(geometry));
}

/** The true position for a position of the scroll bar. */
export function topFromScroll(geometry: ScrollGeometry, scroll: number): number {
	if (!isScaled(geometry)) return clampTop(geometry, scroll);
	const range = Math.max(1, spacerHeight(geometry) - geometry.viewport);
	return clampTop(geometry, Math.min(1, scroll / range) * maxTop(geometry));
}

/** The position of the scroll bar for a true position. */
export function scrollFromTop(geometry: ScrollGeometry, top: number): number {
	const clamped = clampTop(geometry, top);
	if (!isScaled(geometry)) return clamped;
	const range = Math.max(0, spacerHeight(geometry) - geometry.viewport);
	return (clamped / maxTop(geometry)) * range;
}

/** Rows [first, end) that are at least partly in the viewport. */
export function visibleRows(geometry: ScrollGeometry, top: number): { first: number; end: number } {
	const clamped = clampTop(geometry, top);
	const first = Math.min(geometry.count, Math.floor(clamped / geometry.rowHeight));
	const end = Math.min(geometry.count, Math.ceil((clamped + geometry.viewport) / geometry.rowHeight));
	return { first, end: Math.max(first, end) };
}

/** The position nearest to `top` at which row `index` is fully in the viewport. */
export function topForRow(geometry: ScrollGeometry, top: number, index: number): number {
	const rowTop = index * geometry.rowHeight;
	const rowEnd = rowTop + geometry.rowHeight;
	if (rowTop < top) return clampTop(geometry, rowTop);
	if (rowEnd > top + geometry.viewport) return clampTop(geometry, rowEnd - geometry.viewport);
	return clampTop(geometry, top);
}

/** Full rows that fit, at least one: the step of a page key. */
export function rowsPerPage({ rowHeight, viewport }: ScrollGeometry): number {
	return Math.max(1, Math.floor(viewport / rowHeight) - 1);
}
