import { create } from 'zustand';
import type { FilterState } from '../../../../common/contract/calls/capture.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';
import { useViewed, viewed } from './viewed.ts';

export interface AppliedFilter {
	/** The filter that is on; empty for none. */
	readonly applied: string;
	/** Changes when the scan begins anew: the matches counted before hold no more. */
	readonly run: number;
	/** How far the scan is; undefined until the host has said. */
	readonly state: FilterState | undefined;
	/** Why the host refused the filter. */
	readonly error: Error | undefined;
}

/** The filter over what the log lists. The host scans for as long as it is on. */
export const useFilter = create<AppliedFilter>()(() => ({ applied: '', run: 0, state: undefined, error: undefined }));

let stop: (() => void) | undefined;

/** Puts a filter in place of the one that is on; empty takes it off. It has to be one that parseFilter reads. */
export function applyFilter(text: string): void {
	if (text !== useFilter.getState().applied) scanFor(text);
}

// Of another capture other events are let through.
useViewed.subscribe(() => scanFor(useFilter.getState().applied));

function scanFor(text: string): void {
	stop?.();
	stop = undefined;
	useFilter.setState(({ run }) => ({ applied: text, run: run + 1, state: undefined, error: undefined }));
	if (text === '') return;
	stop = session.subscribe(
		'captureFilter',
		{ ...viewed(), filter: text },
		{
			onSnapshot: (state) => useFilter.setState((before) => ({ run: before.run + 1, state, error: undefined })),
			onDelta: (state) =>
				useFilter.setState((before) => ({
					state,
					run: sameMatches(before.state, state) ? before.run : before.run + 1,
				})),
			onError: (error) => useFilter.setState({ error }),
		},
	);
}

/** Whether matches that were counted before still hold. */
function sameMatches(before: FilterState | undefined, after: FilterState): boolean {
	return before === undefined || before.round === after.round;
}

/** Stops the scan and keeps what was found, or goes on with it. */
export function holdScan(stopped: boolean): void {
	const { applied } = useFilter.getState();
	session
		.call('captureFilterStop', { ...viewed(), filter: applied, stopped })
		.catch((error: unknown) => toastError(stopped ? 'The scan was not stopped' : 'The scan does not go on', error));
}

/** Whether there is still something to look at. */
export function isScanning({ applied, state, error }: AppliedFilter): boolean {
	if (applied === '' || error !== undefined) return false;
	return (
		state === undefined ||
		(state.scanned < state.stored && !state.limited && !state.stopped && state.error === undefined)
	);
}
