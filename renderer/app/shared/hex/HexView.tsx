import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react';
import { offsetText } from '../../../bytes/hex.ts';
import { type Lit, litWithin } from '../../../bytes/lit.ts';
import { rowsPerPage } from '../../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../../virtual/use-virtual-scroll.ts';
import { useWidth } from '../../../virtual/use-width.ts';
import { VirtualGrid } from '../../../virtual/VirtualGrid.tsx';
import { useWords } from '../../../words/index.ts';
import { requestFocus } from '../../state/window/focus.ts';
import { useByteRowHeight } from '../../state/window/fonts.ts';
import { useSettings } from '../../state/window/settings.ts';
import { type ByteSelection, selectedRange, selectionAfterKey, selectTo } from './byte-selection.ts';
import type { ByteSource } from './byte-source.ts';
import { HexRow } from './HexRow.tsx';
import { bytesPerRow } from './hex-layout.ts';
import { useDrag } from './use-drag.ts';
import './hex.css';

/** Left and right padding of the grid, px; the scroll bar is not part of its inner width. */
const AROUND = 20;

export interface HexViewProps {
	readonly source: ByteSource;
	readonly selection: ByteSelection | undefined;
	readonly onSelect: (selection: ByteSelection | undefined) => void;
	/** What is found in the payload: the current place is scrolled into view. */
	readonly lit: Lit;
	/** Ctrl or Command with C. */
	readonly onCopy: () => void;
}

/** A payload as hex and text side by side, of any length: only the visible rows are in the page. */
export function HexView({ source, selection, onSelect, lit, onCopy }: HexViewProps) {
	const { bytes: label } = useWords().inspector;
	useSyncExternalStore(source.subscribe, source.version);
	const grid = useRef<HTMLDivElement | null>(null);
	const fonts = useSettings((settings) => settings.fonts);
	const { width, character } = useWidth(grid, undefined, fonts);
	const rowHeight = useByteRowHeight();
	const digits = offsetText(0, source.total).length;
	const perRow = bytesPerRow(width - AROUND, character, digits);
	const rows = Math.ceil(source.total / perRow);
	const scroll = useVirtualScroll({ count: rows, rowHeight, pinned: false, viewportRef: grid });
	const { first, end, geometry } = scroll;
	useEffect(() => source.want(first * perRow, end * perRow, source.total), [source, first, end, perRow]);

	const { reveal } = scroll;
	const current = lit.places[lit.at]?.from;
	const measured = geometry.viewport > 0;
	useEffect(() => {
		if (current !== undefined && measured) reveal(Math.floor(current / perRow));
	}, [current, perRow, measured, reveal]);
	// What is selected from outside, by its offset, is shown too.
	const head = selection?.head;
	useEffect(() => {
		if (head !== undefined && measured) reveal(Math.floor(head / perRow));
	}, [head, perRow, measured, reveal]);

	const drag = useDrag(
		(byte, extend) => onSelect(selectTo(selection, byte, extend)),
		(by) => {
			if (selection === undefined) return;
			const head = Math.min(Math.max(selection.head + by * perRow, 0), source.total - 1);
			onSelect(selectTo(selection, head, true));
		},
	);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.altKey) return;
		const command = event.ctrlKey || event.metaKey;
		const layout = { perRow, pageRows: rowsPerPage(geometry), total: source.total };
		const next = selectionAfterKey(selection, { key: event.key, shiftKey: event.shiftKey, command }, layout);
		if (next !== undefined) onSelect(next);
		else if (command && event.key.toLowerCase() === 'c') onCopy();
		else if (event.key === 'Escape' && selection !== undefined) onSelect(undefined);
		else if (event.key === 'Escape') requestFocus('log');
		else return;
		event.preventDefault();
	};

	const range = selection === undefined ? undefined : selectedRange(selection);
	return (
		<VirtualGrid
			role="grid"
			viewportRef={grid}
			scroll={scroll}
			className="hex"
			aria-label={label}
			aria-rowcount={rows}
			aria-readonly="true"
			onKeyDown={onKeyDown}
			{...drag}
			row={(index, y) => {
				const offset = index * perRow;
				return (
					<HexRow
						key={offset}
						offset={offset}
						label={offsetText(offset, source.total)}
						bytes={source.bytes(offset, offset + perRow)}
						selected={range !== undefined && range.from < offset + perRow && range.end > offset ? range : undefined}
						lit={litWithin(lit, offset, offset + perRow)}
						perRow={perRow}
						index={index + 1}
						y={y}
					/>
				);
			}}
		/>
	);
}
