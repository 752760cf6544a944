import { create } from 'zustand';
import { useFilter } from '../../../app/state/capture/filter.ts';
import { listed, listedMessages, useListing } from '../../../app/state/capture/listing.ts';
import { selectedPosition } from '../../../app/state/capture/reveal.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { words } from '../../../words/index.ts';
import type { ColumnName } from '../columns/columns.ts';
import { listParam, rowSource } from './rows.ts';

export interface LogPlace {
	/** The index of the selection in the list, or where it would be; in the whole capture the event's own position. */
	readonly index: number | undefined;
	/** The cell of the row that the cursor is on; undefined: the whole row. */
	readonly column: ColumnName | undefined;
	/** Grows when the view should scroll there. */
	readonly returns: number;
}

/** The keyboard cursor in the list. */
export const useLogPlace = create<LogPlace>()(() => ({ index: undefined, column: undefined, returns: 0 }));

/** Changes when the list becomes another one. */
const listRun = () => `${useFilter.getState().run} ${useListing.getState().run}`;

/** Whether the list has every event at its own position in the capture. */
export function isWhole(): boolean {
	return useFilter.getState().applied === '' && useListing.getState().as === 'reads';
}

/** The same, up to date. */
export function useIsWhole(): boolean {
	const reads = useListing((listing) => listing.as === 'reads');
	return useFilter((filter) => filter.applied === '') && reads;
}

/** Selects the row at `index` of the list; the event of a row that is not loaded is fetched. */
export function selectAt(index: number): void {
	useLogPlace.setState({ index });
	const { selectEvent, selectRow } = useSelection.getState();
	if (isWhole()) {
		selectEvent(index);
		return;
	}
	const row = rowSource.row(index);
	if (row !== undefined) {
		selectRow(row);
		return;
	}
	const run = listRun();
	session.call('captureRows', { ...listParam(), from: index, count: 1 }).then(
		({ rows: [found] }) => {
			if (found !== undefined && listRun() === run && useLogPlace.getState().index === index) selectRow(found);
		},
		(error: unknown) => toastError(words().captureActions.eventUnread, error),
	);
}

/** Finds the selected event in another list: its row or, where a filter hides it, the next one. */
export function returnToSelection(): void {
	const { event } = useSelection.getState();
	if (event === undefined || isWhole()) {
		goTo(event);
		return;
	}
	const run = listRun();
	indexOf(event).then(
		(index) => {
			if (listRun() === run && useSelection.getState().event === event) goTo(index);
		},
		(error: unknown) => {
			if (listRun() === run) toastError(words().captureActions.placeUnknown, error);
		},
	);
}

/** The index in the list of the selected event, or of the message with it, which is then selected. */
async function indexOf(event: number): Promise<number> {
	const messages = listedMessages();
	if (messages !== undefined && useSelection.getState().item === undefined) {
		const run = listRun();
		const { begin = { n: event, offset: 0 } } = useSelection.getState();
		const { item } = await session.call('captureItemAt', { ...listed(), messages, ...begin });
		const { rows } = await session.call('captureRows', { ...listed(), from: item, count: 1 });
		const [row] = rows;
		const isCurrent = listRun() === run && useSelection.getState().event === event;
		if (row !== undefined && isCurrent) useSelection.getState().rowFound(row);
		if (useFilter.getState().applied === '') return item;
	}
	const n = selectedPosition() ?? event;
	if (useFilter.getState().applied === '') return n;
	return (await session.call('captureMatchAt', { ...listed(), filter: useFilter.getState().applied, n })).index;
}

function goTo(index: number | undefined): void {
	useLogPlace.setState(({ returns }) => ({ index, returns: index === undefined ? returns : returns + 1 }));
}
