import { LOG_PREVIEWS, LOG_TIMES } from '../../../../common/contract/calls/settings.ts';
import { listedMessages } from '../../../app/state/capture/listing.ts';
import { type MenuPlace, openContextMenu } from '../../../app/state/window/context-menu.ts';
import { isFieldColumn } from '../../../app/state/window/field-columns.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { dialogWords } from '../../../words/dialogs.ts';
import { words } from '../../../words/index.ts';
import { columnTexts } from './column-texts.ts';
import { type ColumnName, columnsOf, isOfRows, isWanted, movedBy, withColumn } from './columns.ts';
import { fitColumn } from './resize.ts';
import { changeTable, presentColumns, type RowLook, setColumns } from './use-columns.ts';

/** The menu of a column's name: what it shows, its width and place, and which columns there are. */
export function openHeadMenu(name: ColumnName, look: RowLook, place: MenuPlace): void {
	const label = (column: ColumnName) => columnTexts(column, words().log).label;
	const text = dialogWords().logMenus;
	openContextMenu(place, text.column(label(name)), [
		...(name === 'preview' ? previewEntries(look) : timeEntries(look)),
		'separator',
		...(name === 'preview' ? [] : widthEntries(name)),
		...orderEntries(name, look),
		{
			label: text.hide(label(name)),
			note: 'Delete',
			disabled: look.layout.names.length === 1,
			onSelect: () => setColumns(withColumn(presentColumns(), name, { shown: false })),
		},
		...removeEntry(name),
		'separator',
		{ heading: text.columns },
		...presentColumns()
			.filter((column) => isOfRows(column, listedMessages() !== undefined))
			.map((column) => ({
				label: label(column.name),
				checked: look.layout.names.includes(column.name),
				...(isWanted(column) && !look.layout.names.includes(column.name) ? { note: text.noRoom } : {}),
				onSelect: () => toggle(column.name, look),
			})),
		'separator',
		{ label: text.usualColumns, onSelect: () => setColumns(columnsOf([])) },
	]);
}

/** The column of a decoded field need not be kept hidden. */
function removeEntry(name: ColumnName): MenuEntry[] {
	if (!isFieldColumn(name)) return [];
	const { remove } = dialogWords().logMenus;
	return [{ label: remove, onSelect: () => setColumns(presentColumns().filter((column) => column.name !== name)) }];
}

/** A column that has no room is shown all the same. */
function toggle(name: ColumnName, look: RowLook): void {
	setColumns(withColumn(presentColumns(), name, { shown: !look.layout.names.includes(name) }));
}

function timeEntries({ time }: RowLook): MenuEntry[] {
	const text = dialogWords().logMenus;
	return [
		{ heading: text.times },
		...LOG_TIMES.map((value) => ({
			label: text.time[value],
			checked: value === time,
			onSelect: () => changeTable({ time: value }),
		})),
	];
}

function previewEntries({ preview }: RowLook): MenuEntry[] {
	const text = dialogWords().logMenus;
	return [
		{ heading: text.previews },
		...LOG_PREVIEWS.map((value) => ({
			label: text.preview[value],
			checked: value === preview,
			onSelect: () => changeTable({ preview: value }),
		})),
	];
}

function widthEntries(name: ColumnName): MenuEntry[] {
	const { fit, doubleClick, usualWidth } = dialogWords().logMenus;
	return [
		{ label: fit, note: doubleClick, onSelect: () => fitColumn(logHead(name), name) },
		{
			label: usualWidth,
			onSelect: () => setColumns(withColumn(presentColumns(), name, { width: null })),
		},
	];
}

function logHead(name: ColumnName): Element | null {
	return document.querySelector(`[data-head="${CSS.escape(name)}"]`);
}

function orderEntries(name: ColumnName, { layout: { names } }: RowLook): MenuEntry[] {
	const { moveLeft, moveRight } = dialogWords().logMenus;
	const move = (by: 1 | -1) => setColumns(movedBy(presentColumns(), name, by, names));
	return [
		{ label: moveLeft, note: 'Alt ←', disabled: names[0] === name, onSelect: () => move(-1) },
		{ label: moveRight, note: 'Alt →', disabled: names.at(-1) === name, onSelect: () => move(1) },
	];
}
