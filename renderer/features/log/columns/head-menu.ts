import { LOG_PREVIEWS, LOG_TIMES } from '../../../../common/contract/calls/settings.ts';
import { type MenuPlace, openContextMenu } from '../../../app/state/window/context-menu.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { COLUMNS, type ColumnName, columnsOf, isWanted, movedBy, withColumn } from './columns.ts';
import { fitColumn } from './resize.ts';
import { changeTable, presentColumns, type RowLook, setColumns } from './use-columns.ts';

const TIMES = {
	absolute: 'Time of day',
	relative: 'Since the first event',
	delta: 'Since the row before',
} as const;
const PREVIEWS = { text: 'Text', hex: 'Hex', both: 'Hex and text' } as const;

/** The menu of a column's name: what it shows, its width and place, and which columns there are. */
export function openHeadMenu(name: ColumnName, look: RowLook, place: MenuPlace): void {
	openContextMenu(place, `Column ${COLUMNS[name].label}`, [
		...(name === 'preview' ? previewEntries(look) : timeEntries(look)),
		'separator',
		...(name === 'preview' ? [] : widthEntries(name)),
		...orderEntries(name, look),
		{
			label: `Hide ${COLUMNS[name].label}`,
			note: 'Delete',
			disabled: look.layout.names.length === 1,
			onSelect: () => setColumns(withColumn(presentColumns(), name, { shown: false })),
		},
		'separator',
		{ heading: 'Columns' },
		...presentColumns().map((column) => ({
			label: COLUMNS[column.name].label,
			checked: look.layout.names.includes(column.name),
			...(isWanted(column) && !look.layout.names.includes(column.name) ? { note: 'no room' } : {}),
			onSelect: () => toggle(column.name, look),
		})),
		'separator',
		{ label: 'Usual columns', onSelect: () => setColumns(columnsOf([])) },
	]);
}

/** A column that has no room is shown all the same. */
function toggle(name: ColumnName, look: RowLook): void {
	setColumns(withColumn(presentColumns(), name, { shown: !look.layout.names.includes(name) }));
}

function timeEntries({ time }: RowLook): MenuEntry[] {
	return [
		{ heading: 'Times (T in the log)' },
		...LOG_TIMES.map((value) => ({
			label: TIMES[value],
			checked: value === time,
			onSelect: () => changeTable({ time: value }),
		})),
	];
}

function previewEntries({ preview }: RowLook): MenuEntry[] {
	return [
		{ heading: 'Preview (P in the log)' },
		...LOG_PREVIEWS.map((value) => ({
			label: PREVIEWS[value],
			checked: value === preview,
			onSelect: () => changeTable({ preview: value }),
		})),
	];
}

function widthEntries(name: ColumnName): MenuEntry[] {
	return [
		{ label: 'Fit to its content', note: 'double click', onSelect: () => fitColumn(logHead(name), name) },
		{
			label: 'Usual width',
			onSelect: () => setColumns(withColumn(presentColumns(), name, { width: null })),
		},
	];
}

function logHead(name: ColumnName): Element | null {
	return document.querySelector(`[data-head="${name}"]`);
}

function orderEntries(name: ColumnName, { layout: { names } }: RowLook): MenuEntry[] {
	const move = (by: 1 | -1) => setColumns(movedBy(presentColumns(), name, by, names));
	return [
		{ label: 'Move left', note: 'Alt ←', disabled: names[0] === name, onSelect: () => move(-1) },
		{ label: 'Move right', note: 'Alt →', disabled: names.at(-1) === name, onSelect: () => move(1) },
	];
}
