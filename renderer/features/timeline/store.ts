import { create } from 'zustand';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { TimelineState } from '../../../common/contract/calls/figures/timeline.ts';
import { type TimeRange, withTimeRange } from '../../../common/filter/index.ts';
import { applyFilter, useFilter } from '../../app/state/capture/filter.ts';
import { revealEvent } from '../../app/state/capture/reveal.ts';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { toast, toastError } from '../../app/state/window/toasts.ts';
import { words } from '../../words/index.ts';
import { following, type View, wholeOf } from './view.ts';

export interface Timeline {
	/** Undefined: the whole capture. */
	readonly view: View | undefined;
	/** The view follows a growing capture. */
	readonly follows: boolean;
	/** The latest state; it may belong to another view, and is drawn at its own place. */
	readonly state: TimelineState | undefined;
	readonly error: Error | undefined;
	/** Position of the pointer or the keyboard cursor, ns. */
	readonly cursor: number | undefined;
	/** The other end of the current selection. */
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

/** Discards the state, for another capture. */
export function forget(): void {
	useTimeline.setState(NOTHING);
}

export function spanOf({ state }: Timeline): number {
	return state?.span ?? 0;
}

export function viewOf(timeline: Timeline): View {
	return timeline.view ?? wholeOf(spanOf(timeline));
}

/** Changes the view; at the end of a growing capture it follows. */
export function lookAt(view: View | undefined): void {
	useTimeline.setState((now) => ({ view, follows: view !== undefined && view.to >= spanOf(now) }));
}

export function takeState(state: TimelineState): void {
	useTimeline.setState(({ view, follows }) => {
		const grown = follows && view !== undefined && state.span > view.to;
		return { state, error: undefined, ...(grown ? { view: following(view, state.span) } : {}) };
	});
}

/** Sets the time range of the filter; undefined removes it. */
export function filterTo(range: TimeRange | undefined): void {
	const text = withTimeRange(useFilter.getState().applied, range);
	if (text.length <= LIMITS.filterChars) {
		applyFilter(text);
		return;
	}
	const { rangeFull, shorten } = words().captureActions;
	toast({ tone: 'error', title: rangeFull, text: shorten });
}

/** Selects the event nearest to a time. */
export function selectNear(at: number): void {
	const { begin } = useTimeline.getState().state ?? {};
	if (begin === undefined) return;
	session.call('captureAtTime', { ...viewed(), time: begin + BigInt(Math.round(at)) }).then(
		({ n }) => revealEvent(n),
		(error: unknown) => toastError(words().captureActions.noEventThere, error),
	);
}
