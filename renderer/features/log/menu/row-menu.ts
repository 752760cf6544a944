import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { conditionOf, excluded, type Filter, type RowField, timeCondition } from '../../../../common/filter/index.ts';
import { writeClipboard } from '../../../app/shared/clipboard.ts';
import {
	connectionEntries,
	eventEntries,
	inGroups,
	listingEntries,
	rowName,
	sendEntries,
} from '../../../app/state/capture/menu/row-entries.ts';
import { saidCondition } from '../../../app/state/capture/menu/said-condition.ts';
import { conditionEntries, narrowEntry, narrowFilter } from '../../../app/state/capture/narrow.ts';
import { type MenuPlace, openContextMenu } from '../../../app/state/window/context-menu.ts';
import { fieldOfColumn, isFieldColumn, saidIn } from '../../../app/state/window/field-columns.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { rangesCount } from '../../../virtual/ranges.ts';
import { dialogWords } from '../../../words/dialogs.ts';
import { words } from '../../../words/index.ts';
import { columnTexts } from '../columns/column-texts.ts';
import type { ColumnName, FixedColumn } from '../columns/columns.ts';
import { useLogPlace } from '../list/place.ts';
import { rowSource, useBegin } from '../list/rows.ts';
import { copyRows, type RowCopy } from './copy-rows.ts';
import { textOf } from './row-line.ts';
import { selectedRanges } from './selected-rows.ts';

/** What a column's cells can be filtered by. */
const FIELDS: Readonly<Record<FixedColumn, RowField | undefined>> = {
	number: 'time',
	time: 'time',
	delta: 'time',
	endpoint: 'endpoint',
	connection: 'connection',
	direction: 'direction',
	kind: 'kind',
	length: 'length',
	message: undefined,
	reads: undefined,
	duration: undefined,
	preview: 'content',
};

/** Opens the menu of the selected rows, at a cell of one of them: the one at position `at`. */
export function openRowMenu(at: number, row: CaptureRow, column: ColumnName | undefined, place: MenuPlace): void {
	const count = rangesCount(selectedRanges());
	const { selectedRows } = dialogWords().logMenus;
	const label = count > 1 ? selectedRows(count) : rowName(row);
	const several = count > 1;
	const entries = inGroups(
		[...(several ? [{ heading: label }] : []), ...filterEntries(row, column ?? 'preview')],
		several ? [] : sendEntries(row),
		[copyMenu(at, row, column ?? 'preview', count)],
		several ? [] : eventEntries(row),
		several ? [] : listingEntries(row),
		several ? [] : connectionEntries(row),
	);
	openContextMenu(place, label, entries);
}

/** Narrows the filter by the cell of a row at which the keyboard cursor is, or by what it is not. */
export function filterByCell(row: CaptureRow, how: 'by' | 'not'): void {
	const condition = cellCondition(row, useLogPlace.getState().column ?? 'preview');
	if (condition !== undefined) narrowFilter(how === 'by' ? condition : excluded(condition));
}

function cellCondition(row: CaptureRow, column: ColumnName): Filter | undefined {
	if (isFieldColumn(column)) {
		const [said] = saidIn(row, column);
		return said && saidCondition(fieldOfColumn(column), said);
	}
	const field = FIELDS[column];
	return field && conditionOf(row, field, useBegin.getState().begin ?? row.time);
}

function filterEntries(row: CaptureRow, column: ColumnName): MenuEntry[] {
	const condition = cellCondition(row, column);
	const { noCondition, from, upTo } = dialogWords().logMenus;
	if (condition === undefined) return [{ heading: noCondition(columnTexts(column, words().log).label) }];
	const begin = useBegin.getState().begin ?? row.time;
	return [
		...conditionEntries(condition),
		...(!isFieldColumn(column) && FIELDS[column] === 'time'
			? [narrowEntry(from, timeCondition(row, '>=', begin)), narrowEntry(upTo, timeCondition(row, '<=', begin))]
			: []),
	];
}

function copyMenu(at: number, row: CaptureRow, column: ColumnName, count: number): MenuEntry {
	const formats: readonly RowCopy[] = ['rows', 'json', 'text', 'hex', 'escaped', 'base64', 'c', 'python', 'javascript'];
	const before = rowSource.row(at - 1);
	const { copy, copies } = dialogWords().logMenus;
	return {
		label: copy,
		entries: [
			...(count > 1
				? []
				: [
						{
							label: columnTexts(column, words().log).label,
							onSelect: () => copyCell(textOf(column, { row, before })),
						},
						'separator' as const,
					]),
			...formats.map((format) => ({
				label: copies[format],
				...(format === 'rows' ? { note: 'Ctrl C' } : {}),
				onSelect: () => void copyRows(format),
			})),
		],
	};
}

function copyCell(text: string): void {
	writeClipboard(text).catch((error: unknown) => toastError(dialogWords().logMenus.cellNotCopied, error));
}
