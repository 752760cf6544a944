import type { KeyboardEvent } from 'react';
import { LOG_PREVIEWS, LOG_TIMES } from '../../../common/contract/calls/settings.ts';
import { compareSelected } from '../../app/state/capture/compare/compare.ts';
import { selectedPlace, toggleMark } from '../../app/state/capture/marks.ts';
import { editNote } from '../../app/state/capture/note-draft.ts';
import { isMenuKey } from '../../app/state/window/context-menu.ts';
import { requestFocus } from '../../app/state/window/focus.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { useSettings } from '../../app/state/window/settings.ts';
import { selectionAfterKey } from '../../virtual/list-keys.ts';
import type { ColumnName } from './columns/columns.ts';
import { changeTable } from './columns/use-columns.ts';
import { pickAll, pickOnly, pickTo, usePicked } from './list/picked.ts';
import { selectAt, useLogPlace } from './list/place.ts';
import { rowSource } from './list/rows.ts';
import { changeView } from './list/store.ts';
import type { ListedView } from './list/view.ts';
import { withFollowing } from './list/view.ts';
import { rowCommands } from './row-commands.ts';

export interface KeyFacts {
	readonly view: ListedView;
	/** The visible columns, in order. */
	readonly names: readonly ColumnName[];
	/** The position of the cursor. */
	readonly at: number | undefined;
	/** Rows that a page key moves by, and the visible positions: the first, and the last. */
	readonly page: number;
	readonly first: number;
	readonly last: number;
	/** Scrolls to a position. */
	readonly reveal: (at: number) => void;
	/** Opens the menu of the cursor. */
	readonly onMenu: () => void;
}

/** The keys of the log's list. */
export function onLogKey(event: KeyboardEvent, facts: KeyFacts): void {
	const command = event.ctrlKey || event.metaKey;
	// The names of the columns have keys of their own; to select all and to copy mean the rows there, too.
	if (event.target !== event.currentTarget && !command) return;
	const isDone = isMenuKey(event)
		? menu(facts)
		: event.altKey
			? false
			: command
				? commandKey(event, facts)
				: moveKey(event, facts) || (!event.shiftKey && plainKey(event.key, facts));
	if (isDone) event.preventDefault();
}

function menu({ onMenu }: KeyFacts): boolean {
	onMenu();
	return true;
}

function commandKey({ key, shiftKey }: KeyboardEvent, { view }: KeyFacts): boolean {
	if (shiftKey) return false;
	if (key.toLowerCase() === 'a') {
		pickAll(view.capture, { from: view.base, end: view.end });
		return true;
	}
	// What is selected as text, in a menu or elsewhere, is the browser's to copy.
	if (key.toLowerCase() !== 'c' || getSelection()?.isCollapsed === false) return false;
	rowCommands((commands) => commands.copyRows('rows'));
	return true;
}

/** Moves the cursor; with Shift it selects on the way. */
function moveKey({ key, shiftKey }: KeyboardEvent, { view, at, page, first, last, reveal }: KeyFacts): boolean {
	const next = selectionAfterKey(key, at, { base: view.base, end: view.end, page, first, last });
	if (next === undefined) return false;
	if (next < view.end - 1) changeView((now) => withFollowing(now, false));
	if (shiftKey) pickTo(view.capture, next, at);
	else pickOnly(view.capture, next);
	selectAt(next);
	if (key === 'End') changeView((now) => withFollowing(now, true));
	reveal(next);
	return true;
}

function plainKey(key: string, { view, names, at }: KeyFacts): boolean {
	const { event: selected } = useSelection.getState();
	switch (key.length === 1 ? key.toLowerCase() : key) {
		case 'Escape':
			return leave(view, at);
		case 't':
			return step(LOG_TIMES, useSettings.getState().logTable.time, (time) => changeTable({ time }));
		case 'p':
			return step(LOG_PREVIEWS, useSettings.getState().logTable.preview, (preview) => changeTable({ preview }));
		case 'ArrowLeft':
			return moveColumn(names, -1);
		case 'ArrowRight':
			return moveColumn(names, 1);
	}
	if (selected === undefined) return false;
	switch (key.length === 1 ? key.toLowerCase() : key) {
		case 'Enter':
			requestFocus('inspector');
			return true;
		case 'm':
			toggleMark(selectedPlace(selected));
			return true;
		case 'c':
			void compareSelected();
			return true;
		case 'n':
			editNote(selectedPlace(selected));
			return true;
		case 'f':
			filterByCell(at, 'by');
			return true;
		case 'x':
			filterByCell(at, 'not');
			return true;
		default:
			return false;
	}
}

/** Filters by the cell of the cursor. */
function filterByCell(at: number | undefined, how: 'by' | 'not'): void {
	// Now: while the commands are loaded, the list may be made again.
	const row = at === undefined ? undefined : rowSource.row(at);
	if (row !== undefined) rowCommands((commands) => commands.filterByCell(row, how));
}

/** Leaves the cell, then the other selected rows, then the event. */
function leave({ capture }: ListedView, at: number | undefined): boolean {
	if (useLogPlace.getState().column !== undefined) useLogPlace.setState({ column: undefined });
	else if (usePicked.getState().ranges.length > 0) pickOnly(capture, at);
	else useSelection.getState().selectEvent(undefined);
	return true;
}

/** The next one of several. */
function step<T>(all: readonly T[], present: T, change: (next: T) => void): boolean {
	const next = all[(all.indexOf(present) + 1) % all.length];
	if (next !== undefined) change(next);
	return true;
}

/** Moves the cursor from cell to cell; in front of the first one it is on the whole row. */
function moveColumn(names: readonly ColumnName[], by: 1 | -1): boolean {
	const { column } = useLogPlace.getState();
	const at = column === undefined ? -1 : names.indexOf(column);
	const next = Math.min(at + by, names.length - 1);
	useLogPlace.setState({ column: next < 0 ? undefined : names[next] });
	return true;
}
