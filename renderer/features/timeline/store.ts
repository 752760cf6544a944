import { create } from 'zustand';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { TimelineState } from '../../../common/contract/calls/timeline.ts';
import { type TimeRange, withTimeRange } from '../../../common/filter/index.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { following, type View, wholeOf } from './view.ts';

export interface Timeline {
	/** Undefined: the whole capture. */
	readonly view: View | undefined;
	/** The view goes on with a capture that grows. */
	readonly follows: boolean;
	/** As last told; it may be of another view, and is drawn in its place all the same. */
	readonly state: TimelineState | undefined;
	readonly error: Error | undefined;
	/** Where the pointer or the keyboard is, ns. */
	readonly cursor: number | undefined;
	/** The other end of what is being selected. */
	readonly anchor: number | undefined;
}

const NOTHING: Timeline = {
	view: undefined,
	follows: false,
	state: undefined,
	error: undefined,
	cursor: undefined,
	anchor: undefined,
};

export const useTimeline = create<Timeline>()(() => NOTHING);

/** Another capture: nothing of the one before holds. */
export function forget(): void {
	useTimeline.setState(NOTHING);
}

export function spanOf({ state }: Timeline): number {
	return state?.span ?? 0;
}

export function viewOf(timeline: Timeline): View {
	return timeline.view ?? wholeOf(spanOf(timeline));
}

/** Looks at another part; at the end of a capture that grows it goes on with it. */
export function lookAt(view: View | undefined): void {
	useTimeline.setState((now) => ({ view, follows: view !== undefined && view.to >= spanOf(now) }));
}

export function takeState(state: TimelineState): void {
	useTimeline.setState(({ view, follows }) => {
		const grown = follows && view !== undefined && state.span > view.to;
		return { state, error: undefined, ...(grown ? { view: following(view, state.span) } : {}) };
	});
}

/** Puts a range into the filter that is on, in place of the one that is in it; undefined takes it out. */
export function filterTo(range: TimeRange | undefined): void {
	const text = withTimeRange(useFilter.getState().applied, range);
	if (text.length <= LIMITS.filterChars) {
		applyFilter(text);
		return;
	}
	toast({ tone: 'error', title: 'The filter is too long to be narrowed to a range', text: 'Shorten it first.' });
}

/** Selects the event that is nearest to a time. */
export function selectNear(at: number): void {
	const { begin } = useTimeline.getState().state ?? {};
	if (begin === undefined) return;
	session.call('captureAtTime', { ...viewed(), time: begin + BigInt(Math.round(at)) }).then(
		({ n }) => revealEvent(n),
		(error: unknown) => toastError('There is no event there', error),
	);
}
