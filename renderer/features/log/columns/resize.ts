import { type ColumnName, withColumn } from './columns.ts';
import { LEAST_WIDTH } from './layout.ts';
import { presentColumns, setColumns, useResized } from './use-columns.ts';

/** px that no content needs. */
const MOST_WIDTH = 2000;

/** Gives a column a width, px. The preview has what is left. */
export function resizeColumn(name: ColumnName, width: number): void {
	if (name !== 'preview') setColumns(withColumn(presentColumns(), name, { width: allowed(width) }));
}

/** The same while the pointer drags: nothing is remembered yet. */
export function previewWidth(name: ColumnName, width: number): void {
	useResized.setState({ name, width: allowed(width) });
}

/** The end of a drag: its width is remembered, or was taken back. */
export function endPreview(isKept: boolean): void {
	const { name, width } = useResized.getState();
	useResized.setState({ name: undefined });
	if (isKept && name !== undefined) resizeColumn(name, width);
}

function allowed(width: number): number {
	return Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH));
}

/** Makes a column as wide as the widest of its visible cells, its name included. `inside`: an element of the log. */
export function fitColumn(inside: Element | null, name: ColumnName): void {
	const grid = inside?.closest('[role="grid"]');
	const cells =
		grid?.querySelectorAll<HTMLElement>(
			`.log-rows [data-column="${CSS.escape(name)}"], [data-head="${CSS.escape(name)}"] .log-head-name`,
		) ?? [];
	const range = document.createRange();
	let widest = 0;
	for (const cell of cells) {
		// The text itself: an element with an ellipsis is as wide as its column.
		range.selectNodeContents(cell);
		widest = Math.max(widest, range.getBoundingClientRect().width);
	}
	if (widest > 0) resizeColumn(name, Math.ceil(widest) + 2);
}
