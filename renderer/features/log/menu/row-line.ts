import { charsetNamed, visibleLine } from '../../../../common/payload/index.ts';
import { charsetShown } from '../../../app/state/capture/shown-charset.ts';
import { useSettings } from '../../../app/state/window/settings.ts';
import { visibleText } from '../../../bytes/visible-text.ts';
import { eventText } from '../../../words/errors.ts';
import { type ColumnName, isOfRows, isWanted } from '../columns/columns.ts';
import { presentColumns } from '../columns/use-columns.ts';
import { cellText } from '../list/cell-text.ts';
import { useBegin } from '../list/rows.ts';
import type { ReadRow } from './selected-rows.ts';

/** A row as one line: its columns with tabs between, for a text or a spreadsheet. */
export function lineOf(read: ReadRow): string {
	return presentColumns()
		.filter((column) => isWanted(column) && isOfRows(column, read.row.item !== undefined))
		.map(({ name }) => visibleLine(textOf(name, read)))
		.join('\t');
}

/** A cell as text. */
export function textOf(name: ColumnName, { row, before }: ReadRow): string {
	if (name === 'direction') return row.direction === 'none' ? '' : row.direction;
	if (name === 'preview') {
		if (row.kind !== 'data') return eventText(row);
		const { preview, previewAt = 0 } = row;
		const partial = row.length > previewAt + preview.length;
		const charset = charsetNamed(charsetShown(row));
		const pieces = visibleText(preview, { partial, charset });
		return `${previewAt === 0 ? '' : '…'}${pieces.map(({ text }) => text).join('')}${partial ? '…' : ''}`;
	}
	const { time } = useSettings.getState().logTable;
	return cellText(name, { row, before: before?.time, begin: useBegin.getState().begin, time });
}
