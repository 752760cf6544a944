import { create } from 'zustand';
import { useFilter } from '../../../app/state/capture/filter.ts';
import { viewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { toastError } from '../../../app/state/window/toasts.ts';
import { words } from '../../../words/index.ts';
import type { ColumnName } from '../columns/columns.ts';
import { rowSource } from './rows.ts';

export interface LogPlace {
	/** The index of the selection in the list, or where it would be; without a filter the event's own position. */
	readonly index: number | undefined;
	/** The cell of the row that the cursor is on; undefined: the whole row. */
	readonly column: ColumnName | undefined;
	/** Grows when the view should scroll there. */
	readonly returns: number;
}

/** The keyboard cursor in the list. */
export const useLogPlace = create<LogPlace>()(() => ({ index: undefined, column: undefined, returns: 0 }));

/** Selects the row at `index` of the list; the event of a row that is not loaded is fetched. */
export function selectAt(index: number): void {
	useLogPlace.setState({ index });
	const { applied, run } = useFilter.getState();
	const event = applied === '' ? index : rowSource.row(index)?.n;
	if (event !== undefined) {
		useSelection.getState().selectEvent(event);
		return;
	}
	session.call('captureRows', { ...viewed(), from: index, count: 1, filter: applied }).then(
		({ rows }) => {
			const still = useFilter.getState().run === run && useLogPlace.getState().index === index;
			if (still) useSelection.getState().selectEvent(rows[0]?.n);
		},
		(error: unknown) => toastError(words().captureActions.eventUnread, error),
	);
}

/** Finds the selected event in another list: its row or, where a filter hides it, the next one. */
export function returnToSelection(): void {
	const { event } = useSelection.getState();
	const { applied, run } = useFilter.getState();
	if (event === undefined || applied === '') {
		goTo(event);
		return;
	}
	session.call('captureMatchAt', { ...viewed(), filter: applied, n: event }).then(
		({ index }) => {
			if (useFilter.getState().run === run) goTo(index);
		},
		(error: unknown) => {
			if (useFilter.getState().run === run) toastError(words().captureActions.placeUnknown, error);
		},
	);
}

function goTo(index: number | undefined): void {
	useLogPlace.setState(({ returns }) => ({ index, returns: index === undefined ? returns : returns + 1 }));
}
