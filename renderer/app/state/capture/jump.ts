import { create } from 'zustand';
import type { FindState } from '../../../../common/contract/calls/find.ts';
import { faultOf } from '../../shared/filter-fault.ts';
import { session } from '../host/session.ts';
import { requestFocus } from '../window/focus.ts';
import { useSelection } from '../window/selection.ts';
import { useFilter } from './filter.ts';
import { revealEvent } from './reveal.ts';
import { useViewed, viewed } from './viewed.ts';

/** What one can go to the next or the one before of. */
export type JumpTarget = 'match' | 'error' | 'mark';

export interface Jump {
	/** The bar over the log that is open. */
	readonly bar: 'none' | 'find' | 'goto';
	/** What is searched for: a filter, which hides nothing. */
	readonly find: string;
	/** What the search that runs, or ran last, is for. */
	readonly target: JumpTarget | undefined;
	readonly back: boolean;
	readonly running: boolean;
	/** How far it is, or what came of it. */
	readonly state: FindState | undefined;
	/** A person has ended it. */
	readonly stopped: boolean;
	readonly error: Error | undefined;
}

const IDLE = { target: undefined, back: false, running: false, state: undefined, stopped: false, error: undefined };

export const useJump = create<Jump>()(() => ({ bar: 'none', find: '', ...IDLE }));

const FILTERS = { error: 'kind:error or kind:reset', mark: 'mark:yes or note:*' } as const;

let end: (() => void) | undefined;

// Another capture has other events.
useViewed.subscribe(() => stopJump());

/** Opens the bar with the search, or the one with “Go to”. */
export function openBar(bar: 'find' | 'goto'): void {
	useJump.setState({ bar });
	requestFocus(bar);
}

/** Closes the bar, ends its search, and gives the keyboard back to the log. */
export function closeBar(): void {
	stopJump();
	useJump.setState({ bar: 'none', ...IDLE });
	requestFocus('log');
}

/** Ends a search that runs. */
export function stopJump(): void {
	if (end === undefined) return;
	end();
	end = undefined;
	useJump.setState({ running: false, stopped: true });
}

/** What came of the last search has been read. */
export function dismissJump(): void {
	useJump.setState(IDLE);
}

/** Goes to the next event of a kind, or the one before. Without something to find it asks for it. */
export function jump(target: JumpTarget, back: boolean): void {
	const { find } = useJump.getState();
	if (target === 'match' && (find.trim() === '' || faultOf(find) !== undefined)) {
		openBar('find');
		return;
	}
	stopJump();
	useJump.setState({ ...IDLE, target, back, running: true });
	const { applied } = useFilter.getState();
	const { event } = useSelection.getState();
	let over = false;
	const stop = session.subscribe(
		'captureFind',
		{
			...viewed(),
			find: target === 'match' ? find : FILTERS[target],
			back,
			...(applied === '' ? {} : { within: applied }),
			...(event === undefined ? {} : { from: event }),
		},
		{ onSnapshot: take, onDelta: take, onError: fail },
	);
	const finish = () => {
		over = true;
		end?.();
		end = undefined;
	};
	function take(state: FindState): void {
		if (over) return;
		useJump.setState({ state, running: !state.done });
		if (!state.done) return;
		finish();
		if (state.found !== undefined) revealEvent(state.found);
	}
	function fail(error: Error): void {
		if (over) return;
		useJump.setState({ error, running: false });
		finish();
	}
	end = stop;
	// A host in the same turn may have answered already.
	if (over) finish();
}
