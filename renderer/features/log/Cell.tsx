// biome-ignore-all lint/a11y/useSemanticElements: a table cannot have a scrolling, virtualised body
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and references its rows with aria-activedescendant

import type { ReactNode } from 'react';
import type { Direction } from '../../../common/capture/event.ts';
import type { Mark } from '../../../common/capture/marks.ts';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import type { CharsetName } from '../../../common/payload/schema.ts';
import type { Words } from '../../../common/words/en.ts';
import { isFieldColumn } from '../../app/state/window/field-columns.ts';
import { DIRECTION_ARROWS, isTrouble } from '../../bytes/direction-marks.ts';
import { fullTime } from '../../bytes/event-time.ts';
import { eventText } from '../../words/errors.ts';
import type { ColumnName } from './columns/columns.ts';
import type { RowLook } from './columns/use-columns.ts';
import { cellText } from './list/cell-text.ts';
import { Preview } from './Preview.tsx';

export interface CellFacts {
	readonly row: CaptureRow;
	/** Time of the previous row, ns; absent for the first one, or until it is loaded. */
	readonly before: bigint | undefined;
	/** Wall clock of the capture's first event, ns; absent until it is known. */
	readonly begin: bigint | undefined;
	readonly mark: Mark | undefined;
	/** Marks on messages in a read. */
	readonly within: readonly Mark[] | undefined;
	readonly look: RowLook;
	readonly words: Words;
	/** In which its text is shown. */
	readonly charset: CharsetName;
}

/**
 * One cell of the log. A function and no component: hundreds of them are drawn for each screenful that flies past.
 * @param active its element's id where the keyboard cursor is on it, for aria-activedescendant
 */
export function cellOf(name: ColumnName, active: string | undefined, facts: CellFacts): ReactNode {
	return (
		<span
			key={name}
			role="gridcell"
			id={active}
			className={classOf(name, facts.row.direction, active !== undefined)}
			data-column={name}
			title={isFieldColumn(name) ? cellText(name, { ...facts, time: facts.look.time }) : tooltip(name, facts)}
		>
			{content(name, facts)}
		</span>
	);
}

function classOf(name: ColumnName, direction: Direction, active: boolean): string {
	const classes = [
		isFieldColumn(name) ? 'log-field' : `log-${name}`,
		name === 'direction' && `log-${direction}`,
		active && 'log-cell-active',
	];
	return classes.filter(Boolean).join(' ');
}

function tooltip(name: ColumnName, { row, within = [], words: { log } }: CellFacts): string | undefined {
	if (name === 'time') return [fullTime(row.time, 6), ...within.map((mark) => markTip(mark, log))].join('\n');
	if (name === 'endpoint') return row.endpoint;
	if (row.message !== undefined && SAY_HOW.has(name)) return messageTip(row, row.message, log.listed);
	return name === 'preview' && row.kind !== 'data' ? eventText(row) : undefined;
}

/** The cells that say how a message came; those that may be empty are not named by that. */
const SAY_HOW: ReadonlySet<ColumnName> = new Set(['message', 'reads', 'duration', 'length', 'preview']);

/** A mark on a message in a read. */
function markTip({ marked, note, offset = 0 }: Mark, { markIn }: Words['log']): string {
	return `${symbolOf(marked)} ${markIn(offset, note)}`;
}

const symbolOf = (marked: boolean): string => (marked ? '◆' : '◇');

/** How a message came. */
function messageTip(
	{ n }: CaptureRow,
	{ first, reads, complete, fault }: NonNullable<CaptureRow['message']>,
	words: Words['log']['listed'],
): string {
	const parts = [
		words.inReads(reads, first + 1, n + 1),
		complete === false ? words.cut : '',
		fault === true ? words.fault : '',
	];
	return parts.filter(Boolean).join('\n');
}

function content(name: ColumnName, { row, before, begin, mark, within, look, words, charset }: CellFacts): ReactNode {
	const facts = { row, before, begin, time: look.time };
	switch (name) {
		case 'time':
			// Text alone is changed in place.
			if (mark === undefined && within === undefined) return cellText(name, facts);
			return (
				<>
					{mark === undefined ? null : (
						<span role="img" className="log-mark" aria-label={mark.marked ? words.log.marked : words.log.noted}>
							{symbolOf(mark.marked)}
						</span>
					)}
					{within === undefined ? null : (
						<span
							role="img"
							className="log-mark"
							aria-label={within.map(({ offset = 0, note }) => words.log.markIn(offset, note)).join('; ')}
						>
							{symbolOf(within.some(({ marked }) => marked))}
						</span>
					)}
					{cellText(name, facts)}
				</>
			);
		case 'direction': {
			if (row.direction === 'none') return null;
			return (
				<span role="img" aria-label={words.events.directions[row.direction]}>
					{DIRECTION_ARROWS[row.direction]}
				</span>
			);
		}
		case 'kind':
			if (!isTrouble(row.kind)) return words.events.kinds[row.kind];
			return (
				<>
					<span aria-hidden="true">✕ </span>
					{words.events.kinds[row.kind]}
				</>
			);
		case 'preview':
			return (
				<>
					{mark === undefined || mark.note === '' ? null : (
						<span className="log-note" title={mark.note}>
							{mark.note}
						</span>
					)}
					<Preview
						row={row}
						as={look.preview}
						hexBytes={look.layout.hexBytes}
						namesKind={!look.layout.names.includes('kind')}
						words={words}
						charset={charset}
					/>
				</>
			);
		default:
			return cellText(name, facts);
	}
}
