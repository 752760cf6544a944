import { create } from 'zustand';
import type { FindState } from '../../../../common/contract/calls/find.ts';
import { faultOf } from '../../shared/filter-fault.ts';
import { session } from '../host/session.ts';
import { requestFocus } from '../window/focus.ts';
import { useFilter } from './filter.ts';
import { listed, useListing } from './listing.ts';
import { revealListed, selectedPosition } from './reveal.ts';
import { useViewed } from './viewed.ts';

/** The kinds of event to jump to, forwards or backwards. */
export type JumpTarget = 'match' | 'error' | 'mark';

export interface Jump {
	/** The open bar above the log. */
	readonly bar: 'none' | 'find' | 'goto';
	/** The search filter, which hides nothing. */
	readonly find: string;
	/** The filter that was searched for, while the bar is open: its matches are lit up and counted. */
	readonly searched: string;
	/** The target of the running or last search. */
	readonly target: JumpTarget | undefined;
	readonly back: boolean;
	readonly running: boolean;
	/** Its progress, or its result. */
	readonly state: FindState | undefined;
	/** A person has stopped it. */
	readonly stopped: boolean;
	readonly error: Error | undefined;
}

const IDLE = { target: undefined, back: false, running: false, state: undefined, stopped: false, error: undefined };

export const useJump = create<Jump>()(() => ({ bar: 'none', find: '', searched: '', ...IDLE }));

const FILTERS = { error: 'kind:error or kind:reset', mark: 'mark:yes or note:*' } as const;

let end: (() => void) | undefined;

// Another capture has other events.
useViewed.subscribe(() => stopJump());
useListing.subscribe((now, before) => {
	if (now.run !== before.run) stopJump();
});

/** Opens the search bar, or the “Go to” bar. */
export function openBar(bar: 'find' | 'goto'): void {
	useJump.setState({ bar });
	requestFocus(bar);
}

/** Closes the bar, stops its search, and returns the focus to the log. */
export function closeBar(): void {
	stopJump();
	useJump.setState({ bar: 'none', searched: '', ...IDLE });
	requestFocus('log');
}

/** Stops a running search. */
export function stopJump(): void {
	if (end === undefined) return;
	end();
	end = undefined;
	useJump.setState({ running: false, stopped: true });
}

/** Dismisses the result of the last search. */
export function dismissJump(): void {
	useJump.setState(IDLE);
}

/** Jumps to the next or previous event of a kind. Without a search text it opens the search bar. */
export function jump(target: JumpTarget, back: boolean): void {
	const { find } = useJump.getState();
	if (target === 'match' && (find.trim() === '' || faultOf(find) !== undefined)) {
		openBar('find');
		return;
	}
	stopJump();
	useJump.setState({ ...IDLE, target, back, running: true, ...(target === 'match' ? { searched: find.trim() } : {}) });
	const { applied } = useFilter.getState();
	const from = selectedPosition();
	let over = false;
	const stop = session.subscribe(
		'captureFind',
		{
			...listed(),
			find: target === 'match' ? find.trim() : FILTERS[target],
			back,
			...(applied === '' ? {} : { within: applied }),
			...(from === undefined ? {} : { from }),
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
		if (state.found !== undefined) revealListed(state.found);
	}
	function fail(error: Error): void {
		if (over) return;
		useJump.setState({ error, running: false });
		finish();
	}
	end = stop;
	// The host may have answered synchronously.
	if (over) finish();
}
