import { create } from 'zustand';
import type { FilterState } from '../../../common/contract/calls/capture.ts';
import { RowSource } from '../../app/shared/row-source.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { words } from '../../words/index.ts';
import type { Chosen } from './choose.ts';
import { type Parties, partiesOf } from './parties.ts';

export interface Diagram {
	/** Connections that a person picked; undefined: chosen by selection and filter. */
	readonly picked: readonly number[] | undefined;
	/** Undefined until the host has answered. */
	readonly chosen: Chosen | undefined;
	readonly parties: Parties;
	/** The filter of the rows; empty while there are none. */
	readonly filter: string;
	readonly state: FilterState | undefined;
	readonly error: Error | undefined;
	/** Number of listed rows: while following only loaded ones. */
	readonly end: number;
	readonly following: boolean;
	/** The keyboard cursor in the list. */
	readonly at: number | undefined;
}

export const useDiagram = create<Diagram>()(() => ({
	picked: undefined,
	chosen: undefined,
	parties: partiesOf([]),
	filter: '',
	state: undefined,
	error: undefined,
	end: 0,
	following: true,
	at: undefined,
}));

/** The rows of the diagram: the matches of its filter. */
export const diagramRows = new RowSource(async (from, count) => {
	const { filter } = useDiagram.getState();
	const { rows } = await session.call('captureRows', { ...viewed(), filter, from, count });
	return rows;
});

/** Picks connections, or returns to those of the selection. */
export function pick(picked: readonly number[] | undefined): void {
	useDiagram.setState({ picked });
}

/** Selects the event of a row; that of a row that is not loaded is fetched. */
export function selectAt(index: number): void {
	useDiagram.setState({ at: index });
	const known = diagramRows.row(index)?.n;
	if (known !== undefined) {
		useSelection.getState().selectEvent(known);
		return;
	}
	const { filter } = useDiagram.getState();
	session.call('captureRows', { ...viewed(), filter, from: index, count: 1 }).then(
		({ rows: [row] }) => {
			const now = useDiagram.getState();
			if (row !== undefined && now.filter === filter && now.at === index) useSelection.getState().selectEvent(row.n);
		},
		(error: unknown) => toastError(words().captureActions.eventUnread, error),
	);
}

export function setFollowing(following: boolean): void {
	useDiagram.setState(({ state, end }) => ({ following, end: following ? end : (state?.matched ?? 0) }));
}

/** The list grew: while following, wait for its rows. */
export function takeState(state: FilterState): void {
	useDiagram.setState(({ following, end }) => ({
		state,
		error: state.error && new Error(state.error.message),
		end: following ? Math.min(end, state.matched) : state.matched,
	}));
}
