// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant
import { memo } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { charsetNamed } from '../../../common/payload/index.ts';
import type { Words } from '../../../common/words/en.ts';
import { useShownCharset } from '../../app/state/capture/shown-charset.ts';
import { fullTime, timeOfDay } from '../../bytes/event-time.ts';
import { useWords } from '../../words/index.ts';
import { arrowOf, gapText, labelOf, spokenRow } from './arrow.ts';
import { columnCentre } from './layout.ts';
import type { Ends } from './parties.ts';

export interface DiagramRowProps {
	/** In the list, from 0. */
	readonly index: number;
	/** Absent until loaded. */
	readonly row: CaptureRow | undefined;
	/** Time of the previous row, ns. */
	readonly before: bigint | undefined;
	readonly ends: Ends | undefined;
	readonly tcp: boolean;
	/** Width of a column, px. */
	readonly column: number;
	/** px from the layer's origin. */
	readonly y: number;
	readonly selected: boolean;
}

/** The element id of a row, for aria-activedescendant. */
export function diagramRowId(index: number): string {
	return `sequence-row-${index}`;
}

export const DiagramRow = memo(function DiagramRow(props: DiagramRowProps) {
	const words = useWords();
	const { index, row, before, ends, tcp, column, y, selected } = props;
	const gap = row === undefined || before === undefined ? undefined : gapText(row.time - before);
	return (
		<div
			role="row"
			id={diagramRowId(index)}
			className={gap === undefined ? 'sequence-row' : 'sequence-row sequence-row-after-gap'}
			aria-rowindex={index + 1}
			aria-selected={selected}
			data-index={index}
			style={{ top: y }}
		>
			<span role="gridcell" className="sequence-time" title={row && fullTime(row.time, 9)}>
				{row === undefined ? '' : timeOfDay(row.time)}
				{gap === undefined ? null : <span className="sequence-gap">{gap}</span>}
			</span>
			{row === undefined || ends === undefined ? (
				<span role="gridcell" className="sequence-loading">
					{words.sequenceDiagram.loading(index + 1)}
				</span>
			) : (
				<Drawing row={row} ends={ends} tcp={tcp} column={column} words={words} />
			)}
		</div>
	);
});

interface DrawingProps {
	readonly row: CaptureRow;
	readonly ends: Ends;
	readonly tcp: boolean;
	readonly column: number;
	readonly words: Words;
}

function Drawing({ row, ends, tcp, column, words }: DrawingProps) {
	const { from, to, headless } = arrowOf(row, ends);
	const charset = charsetNamed(useShownCharset(row));
	const { head, rest } = labelOf(row, tcp, charset, words);
	const spot = from === to;
	const left = columnCentre(column, Math.min(from, to));
	const right = spot ? left + column / 2 - 4 : columnCentre(column, Math.max(from, to));
	const classes = [
		'sequence-arrow',
		`sequence-${row.direction}`,
		`sequence-kind-${row.kind}`,
		spot ? 'sequence-spot' : headless ? 'sequence-headless' : to > from ? 'sequence-right' : 'sequence-left',
	];
	return (
		<span role="gridcell" className="sequence-cell">
			<span className="visually-hidden">{spokenRow(row, charset, words)}</span>
			<span className={classes.join(' ')} style={{ left, width: right - left }} aria-hidden="true">
				<span className={Math.abs(to - from) > 1 ? 'sequence-label sequence-label-long' : 'sequence-label'}>
					<b>{head}</b>
					{rest === '' ? null : <span className="sequence-rest">{rest}</span>}
				</span>
			</span>
		</span>
	);
}
