// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
import { memo } from 'react';
import type { Mark } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { RowColour } from '../../../common/filter/colours.ts';
import { formatCount } from '../../app/shared/format.ts';
import { DIRECTION_MARKS, isTrouble } from '../../bytes/direction-marks.ts';
import { deltaText, fullTime, timeOfDay } from '../../bytes/event-time.ts';
import { Preview } from './Preview.tsx';

export interface LogRowProps {
	readonly n: number;
	/** Absent until loaded. */
	readonly row: CaptureRow | undefined;
	/** A person's mark and note on it. */
	readonly mark: Mark | undefined;
	/** Time of the previous event, ns; absent for the first one, or until it is loaded. */
	readonly before: bigint | undefined;
	/** Row index for assistive technology: the header is 1. */
	readonly index: number;
	/** px from the layer's origin. */
	readonly y: number;
	readonly selected: boolean;
	/** It belongs to the connection selected elsewhere. */
	readonly marked: boolean;
	/** Of the first colour rule that finds it. */
	readonly colour: RowColour | undefined;
}

/** The element id of an event's row, for aria-activedescendant. */
export function rowId(n: number): string {
	return `log-row-${n}`;
}

export const LogRow = memo(function LogRow({ n, row, mark, before, index, y, selected, marked, colour }: LogRowProps) {
	const classes = [
		'log-row',
		marked && 'log-row-marked',
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
			style={{ top: y }}
		>
			{row === undefined ? <LoadingCells n={n} /> : <Cells row={row} before={before} mark={mark} />}
		</div>
	);
});

function LoadingCells({ n }: { readonly n: number }) {
	return (
		<span role="gridcell" className="log-loading" aria-colindex={1}>
			row {formatCount(n + 1)} …
		</span>
	);
}

interface CellsProps {
	readonly row: CaptureRow;
	readonly before: bigint | undefined;
	readonly mark: Mark | undefined;
}

function Cells({ row, before, mark: put }: CellsProps) {
	const mark = DIRECTION_MARKS[row.direction];
	return (
		<>
			<span role="gridcell" className="log-time" title={fullTime(row.time, 6)}>
				{put === undefined ? null : (
					<span role="img" className="log-mark" aria-label={put.marked ? 'marked' : 'noted'}>
						{put.marked ? '◆' : '◇'}
					</span>
				)}
				{timeOfDay(row.time)}
			</span>
			<span role="gridcell" className="log-delta">
				{before === undefined ? '' : deltaText(row.time - before)}
			</span>
			<span role="gridcell" className="log-endpoint" title={row.endpoint}>
				{row.endpoint}
			</span>
			<span role="gridcell" className="log-connection">
				{row.connection === 0 ? '' : `#${row.connection}`}
			</span>
			<span role="gridcell" className={`log-direction log-${row.direction}`}>
				{mark.arrow === '' ? null : (
					<span role="img" aria-label={mark.name}>
						{mark.arrow}
					</span>
				)}
			</span>
			<span role="gridcell" className="log-kind">
				{isTrouble(row.kind) ? <span aria-hidden="true">✕ </span> : null}
				{row.kind}
			</span>
			<span role="gridcell" className="log-length">
				{row.kind === 'data' ? formatCount(row.length) : ''}
			</span>
			<span role="gridcell" className="log-preview" title={row.kind === 'data' ? undefined : row.text}>
				{put === undefined || put.note === '' ? null : (
					<span className="log-note" title={put.note}>
						{put.note}
					</span>
				)}
				<Preview row={row} />
			</span>
		</>
	);
}
