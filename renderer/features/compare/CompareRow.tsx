// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus
import type { CellSlice } from '../../../common/diff/index.ts';
import { asciiChar, hexByte, offsetText } from '../../bytes/hex.ts';
import { useDialogWords } from '../../words/dialogs.ts';

/** A sign for each kind, so that a difference is recognised without its colour. */
const SIGNS = { same: '', changed: '≠', missing: '−', extra: '+', ignored: '~' } as const;

export interface CompareRowProps {
	readonly slices: readonly CellSlice[];
	readonly a: Uint8Array;
	readonly b: Uint8Array;
	/** Offsets of their first bytes. */
	readonly starts: readonly [number, number];
	/** Number of the first cell. */
	readonly cell: number;
	readonly perRow: number;
	/** The run that the person has gone to, and the selected cells. */
	readonly current: number | undefined;
	readonly selected: { readonly from: number; readonly end: number } | undefined;
	readonly index: number;
	readonly y: number;
}

interface Cell {
	readonly byte: number | undefined;
	readonly classes: string;
}

/** One row of both messages: offset, hex and text of either, and between them what differs. */
export function CompareRow({ slices, a, b, starts, cell, perRow, current, selected, index, y }: CompareRowProps) {
	const words = useDialogWords().compare;
	const kinds = [...new Set(slices.map(({ kind }) => kind))].filter((kind) => kind !== 'same');
	const cellsOf = (side: 'a' | 'b', bytes: Uint8Array): Cell[] => {
		let at = cell;
		return slices.flatMap((slice) =>
			Array.from({ length: slice.width }, (_, i) => {
				const { from, end } = slice[side];
				const place = at++;
				const chosen = selected !== undefined && place >= selected.from && place < selected.end;
				return {
					byte: from + i < end ? bytes[from + i] : undefined,
					classes: [
						slice.kind === 'same' ? '' : `compare-${slice.kind}`,
						slice.run === current ? 'compare-current' : '',
						chosen ? 'compare-selected' : '',
					].join(' '),
				};
			}),
		);
	};
	const total = Math.max(starts[0] + a.length, starts[1] + b.length);
	const half = (side: 'a' | 'b', bytes: Uint8Array, start: number) => {
		const cells = cellsOf(side, bytes);
		return (
			<>
				<span role="rowheader" className="compare-offset">
					{offsetText(start + (slices[0]?.[side].from ?? 0), total)}
				</span>
				<span role="gridcell" className="compare-bytes" style={{ width: `${perRow * 3}ch` }}>
					{cells.map(({ byte, classes }, i) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a cell is identified by its position
						<span key={i} data-cell={cell + i} className={`compare-byte ${classes}`}>
							{byte === undefined ? '··' : hexByte(byte)}
						</span>
					))}
				</span>
				<span role="gridcell" className="compare-text" style={{ width: `${perRow}ch` }}>
					{cells.map(({ byte, classes }, i) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a cell is identified by its position
						<span key={i} data-cell={cell + i} className={classes}>
							{byte === undefined ? ' ' : asciiChar(byte)}
						</span>
					))}
				</span>
			</>
		);
	};
	return (
		<div role="row" className="compare-row" aria-rowindex={index} style={{ top: y }}>
			{half('a', a, starts[0])}
			<span
				role="gridcell"
				className="compare-sign"
				aria-label={
					kinds.length === 0
						? words.kinds.same
						: kinds.map((kind) => words.kinds[kind]).join(words.connections.separator)
				}
			>
				{kinds.map((kind) => SIGNS[kind]).join('')}
			</span>
			{half('b', b, starts[1])}
		</div>
	);
}
