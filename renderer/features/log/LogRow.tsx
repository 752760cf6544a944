// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant

import { memo } from 'react';
import type { Mark } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { RowColour } from '../../../common/filter/colours.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { Words } from '../../../common/words/en.ts';
import { isTrouble } from '../../bytes/direction-marks.ts';
import { cellOf } from './Cell.tsx';
import type { ColumnName } from './columns/columns.ts';
import type { RowLook } from './columns/use-columns.ts';

export interface LogRowProps {
	readonly n: number;
	/** Absent until loaded. */
	readonly row: CaptureRow | undefined;
	/** A person's mark and note on it. */
	readonly mark: Mark | undefined;
	/** Those on messages in it: it is a read. */
	readonly within: readonly Mark[] | undefined;
	/** Time of the previous row, ns; absent for the first one, or until it is loaded. */
	readonly before: bigint | undefined;
	/** Wall clock of the capture's first event, ns; absent where the rows do not show it. */
	readonly begin: bigint | undefined;
	readonly look: RowLook;
	/** The grid reads them once for all its rows, and renders these again when the language changes. */
	readonly words: Words;
	/** In which its text is shown. */
	readonly charset: CharsetName;
	/** Row index for assistive technology: the header is 1. */
	readonly index: number;
	/** px from the layer's origin. */
	readonly y: number;
	readonly selected: boolean;
	/** The keyboard cursor is on it. */
	readonly cursor: boolean;
	/** The column of the keyboard cursor, where it is in this row. */
	readonly cell: ColumnName | undefined;
	/** It belongs to the connection selected elsewhere. */
	readonly marked: boolean;
	/** Of the first colour rule that finds it. */
	readonly colour: RowColour | undefined;
}

/** The element id of a row, or of one of its cells, for aria-activedescendant. */
export function rowId(n: number, column?: ColumnName): string {
	return column === undefined ? `log-row-${n}` : `log-row-${n}-${column}`;
}

export const LogRow = memo(function LogRow(props: LogRowProps) {
	const { n, row, mark, within, before, begin, look, index, y, selected, cursor, cell, marked, colour } = props;
	const { words, charset } = props;
	const classes = [
		'log-row',
		marked && 'log-row-marked',
		cursor && 'log-row-cursor',
		colour !== undefined && `row-${colour}`,
		row !== undefined && isTrouble(row.kind) && 'log-row-trouble',
	];
	return (
		<div
			role="row"
			id={rowId(n)}
			className={classes.filter(Boolean).join(' ')}
			aria-rowindex={index}
			aria-selected={selected}
			data-n={n}
			style={{ top: y, gridTemplateColumns: look.layout.template }}
		>
			{row === undefined ? (
				<span role="gridcell" className="log-loading" aria-colindex={1}>
					{words.log.loading(n + 1)}
				</span>
			) : (
				look.layout.names.map((name) =>
					cellOf(name, name === cell ? rowId(n, name) : undefined, {
						row,
						mark,
						within,
						before,
						begin,
						look,
						words,
						charset,
					}),
				)
			)}
		</div>
	);
});
