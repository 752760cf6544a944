import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import type { Cells } from '../../../common/diff/index.ts';
import { useByteRowHeight } from '../../app/state/window/fonts.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { offsetText } from '../../bytes/hex.ts';
import { maxTop, rowsPerPage } from '../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../virtual/use-virtual-scroll.ts';
import { useWidth } from '../../virtual/use-width.ts';
import { VirtualGrid } from '../../virtual/VirtualGrid.tsx';
import { useDialogWords } from '../../words/dialogs.ts';
import { CompareRow } from './CompareRow.tsx';

/** Padding and gaps of a row, px. */
const AROUND = 72;
const SIGN_CHARS = 4;
const CHOICES = [16, 8, 4] as const;

/** Selected cells, both included, in either order. */
export interface CellSelection {
	readonly anchor: number;
	readonly head: number;
}

export interface CompareGridProps {
	readonly cells: Cells;
	readonly a: Uint8Array;
	readonly b: Uint8Array;
	/** Offsets of their first bytes, for the labels of the rows. */
	readonly starts: readonly [number, number];
	readonly current: number | undefined;
	readonly selection: CellSelection | undefined;
	readonly onSelect: (selection: CellSelection) => void;
}

function cellAt({ clientX, clientY }: PointerEvent): number | undefined {
	const value = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-cell]')?.dataset.cell;
	return value === undefined ? undefined : Number(value);
}

/** Two messages side by side, of any length: only the visible rows are in the page. */
export function CompareGrid({ cells, a, b, starts, current, selection, onSelect }: CompareGridProps) {
	const words = useDialogWords().compare;
	const grid = useRef<HTMLDivElement | null>(null);
	const dragging = useRef(false);
	const fonts = useSettings((settings) => settings.fonts);
	const { width, character } = useWidth(grid, undefined, fonts);
	const rowHeight = useByteRowHeight();
	const digits = offsetText(0, Math.max(starts[0] + a.length, starts[1] + b.length)).length;
	const fits = (perRow: number) => ((digits + perRow * 4 + 3) * 2 + SIGN_CHARS) * character + AROUND <= width;
	const perRow = CHOICES.find(fits) ?? 4;
	const rows = Math.ceil(cells.total / perRow);
	const scroll = useVirtualScroll({ count: rows, rowHeight, pinned: false, viewportRef: grid });
	const { reveal, scrollToTop, top, geometry } = scroll;
	useEffect(() => {
		if (current !== undefined) reveal(Math.floor(cells.startOf(current) / perRow));
	}, [current, cells, perRow, reveal]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const page = rowsPerPage(geometry) * rowHeight;
		const to = {
			ArrowDown: top + rowHeight,
			ArrowUp: top - rowHeight,
			PageDown: top + page,
			PageUp: top - page,
			Home: 0,
			End: maxTop(geometry),
		}[event.key];
		if (to === undefined) return;
		scrollToTop(to);
		event.preventDefault();
	};
	const selected = selection && {
		from: Math.min(selection.anchor, selection.head),
		end: Math.max(selection.anchor, selection.head) + 1,
	};
	return (
		<VirtualGrid
			role="grid"
			viewportRef={grid}
			scroll={scroll}
			className="compare-grid"
			aria-label={words.both}
			aria-rowcount={rows}
			aria-readonly="true"
			onKeyDown={onKeyDown}
			onPointerDown={(event) => {
				const cell = event.button === 0 ? cellAt(event) : undefined;
				if (cell === undefined) return;
				dragging.current = true;
				event.currentTarget.setPointerCapture(event.pointerId);
				onSelect({ anchor: event.shiftKey ? (selection?.anchor ?? cell) : cell, head: cell });
			}}
			onPointerMove={(event) => {
				const cell = dragging.current ? cellAt(event) : undefined;
				if (cell !== undefined) onSelect({ anchor: selection?.anchor ?? cell, head: cell });
			}}
			onPointerUp={() => {
				dragging.current = false;
			}}
			row={(index, y) => (
				<CompareRow
					key={index}
					slices={cells.slices(index * perRow, (index + 1) * perRow)}
					a={a}
					b={b}
					starts={starts}
					cell={index * perRow}
					perRow={perRow}
					current={current}
					selected={selected}
					index={index + 1}
					y={y}
				/>
			)}
		/>
	);
}
