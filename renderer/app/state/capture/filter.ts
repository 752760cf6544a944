import { create } from 'zustand';
import type { FilterState } from '../../../../common/contract/calls/capture.ts';
import { words } from '../../../words/index.ts';
import { session } from '../host/session.ts';
import { toastError } from '../window/toasts.ts';
import { listed, useListing } from './listing.ts';
import { useViewed } from './viewed.ts';

export interface AppliedFilter {
	/** The applied filter; empty for none. */
	readonly applied: string;
	/** Changes when the scan restarts: earlier counts are then invalid. */
	readonly run: number;
	/** Progress of the scan; undefined until the host has reported it. */
	readonly state: FilterState | undefined;
	/** Why the host refused the filter. */
	readonly error: Error | undefined;
}

/** The filter of the log's list. The host scans while it is applied. */
export const useFilter = create<AppliedFilter>()(() => ({ applied: '', run: 0, state: undefined, error: undefined }));

let stop: (() => void) | undefined;

/** Applies a filter in place of the current one; empty removes it. It must be valid for parseFilter. */
export function applyFilter(text: string): void {
	if (text !== useFilter.getState().applied) scanFor(text);
}

// The matches depend on the capture.
useViewed.subscribe(() => scanFor(useFilter.getState().applied));
useListing.subscribe((now, before) => {
	if (now.as !== before.as || now.tried !== before.tried) scanFor(useFilter.getState().applied);
});

function scanFor(text: string): void {
	stop?.();
	stop = undefined;
	useFilter.setState(({ run }) => ({ applied: text, run: run + 1, state: undefined, error: undefined }));
	if (text === '') return;
	stop = session.subscribe(
		'captureFilter',
		{ ...listed(), filter: text },
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

/** Whether the earlier matches are still valid. */
function sameMatches(before: FilterState | undefined, after: FilterState): boolean {
	return before === undefined || before.round === after.round;
}

/** Stops the scan and keeps its matches, or resumes it. */
export function holdScan(stopped: boolean): void {
	const { applied } = useFilter.getState();
	session.call('captureFilterStop', { ...listed(), filter: applied, stopped }).catch((error: unknown) => {
		const { scanNotStopped, scanNotResumed } = words().captureActions;
		toastError(stopped ? scanNotStopped : scanNotResumed, error);
	});
}

/** Whether the scan still has events to test. */
export function isScanning({ applied, state, error }: AppliedFilter): boolean {
	if (applied === '' || error !== undefined) return false;
	return (
		state === undefined ||
		(state.scanned < state.stored && !state.limited && !state.stopped && state.error === undefined)
	);
}
