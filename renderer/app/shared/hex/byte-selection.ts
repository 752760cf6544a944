/** Selected bytes: from the start of the selection to its moving end, both included, in either order. */
export interface ByteSelection {
	readonly anchor: number;
	readonly head: number;
}

/** The selected bytes as [from, end). */
export function selectedRange({ anchor, head }: ByteSelection): { from: number; end: number } {
	return { from: Math.min(anchor, head), end: Math.max(anchor, head) + 1 };
}

/** The selection with its moving end at `head`: extended, else that byte alone. */
export function selectTo(before: ByteSelection | undefined, head: number, extend: boolean): ByteSelection {
	return { anchor: extend && before !== undefined ? before.anchor : head, head };
}

export interface HexLayout {
	/** Bytes per row. */
	readonly perRow: number;
	/** Rows that a page key moves by. */
	readonly pageRows: number;
	/** Bytes of the payload; at least 1. */
	readonly total: number;
}

export interface KeyStroke {
	readonly key: string;
	readonly shiftKey: boolean;
	/** Ctrl, or Command. */
	readonly command: boolean;
}

function movedHead(
	head: number,
	{ key, command }: KeyStroke,
	{ perRow, pageRows, total }: HexLayout,
): number | undefined {
	const down = (rows: number) => {
		const next = head + rows * perRow;
		// Below the last row it moves to the last byte, above the first row to the first.
		return Math.min(Math.max(next, 0), total - 1);
	};
	switch (key) {
		case 'ArrowLeft':
			return Math.max(0, head - 1);
		case 'ArrowRight':
			return Math.min(total - 1, head + 1);
		case 'ArrowUp':
			return head < perRow ? head : down(-1);
		case 'ArrowDown':
			return Math.floor(head / perRow) === Math.floor((total - 1) / perRow) ? head : down(1);
		case 'PageUp':
			return down(-pageRows);
		case 'PageDown':
			return down(pageRows);
		case 'Home':
			return command ? 0 : head - (head % perRow);
		case 'End':
			return command ? total - 1 : Math.min(total - 1, head - (head % perRow) + perRow - 1);
		default:
			return undefined;
	}
}

/** The selection after a key; undefined for keys that do not select. */
export function selectionAfterKey(
	before: ByteSelection | undefined,
	stroke: KeyStroke,
	layout: HexLayout,
): ByteSelection | undefined {
	if (layout.total <= 0) return undefined;
	if (stroke.command && stroke.key.toLowerCase() === 'a') return { anchor: 0, head: layout.total - 1 };
	if (before === undefined) {
		return movedHead(0, stroke, layout) === undefined ? undefined : { anchor: 0, head: 0 };
	}
	const head = movedHead(before.head, stroke, layout);
	return head === undefined ? undefined : selectTo(before, head, stroke.shiftKey);
}
