/**
 * The part of the capture that the log lists, and how it moves. Positions are those of the list: the capture, or the
 * matches of a filter. All functions are pure, so that following, pausing and clearing can be tested without a screen.
 */
export interface LogView {
	/** The list of the positions: a capture, or the matches of one scan of it. */
	readonly capture: string;
	/** Number of rows. */
	readonly stored: number;
	/** First existing row: earlier ones were deleted to keep the capture within its limit. */
	readonly gone: number;
	/** First listed row: earlier ones are hidden or deleted. */
	readonly base: number;
	/** One past the last listed event. While following it advances only over loaded rows, so that none is blank. */
	readonly end: number;
	readonly following: boolean;
	/** The end of the frozen view. */
	readonly pausedAt: number | undefined;
	/** One past the last row that was visible, or that was there when the view stopped following. */
	readonly seen: number;
}

/** What of a view changes as its rows do. */
export type ListedView = Omit<LogView, 'stored'>;

export const INITIAL_VIEW: LogView = {
	capture: '',
	stored: 0,
	gone: 0,
	base: 0,
	end: 0,
	following: true,
	pausedAt: undefined,
	seen: 0,
};

/** The end up to which the view may list now. */
export function target(view: LogView): number {
	return view.pausedAt ?? view.stored;
}

function settled(view: LogView): LogView {
	return view.following && view.pausedAt === undefined ? view : { ...view, end: target(view) };
}

/** The capture grew, or was replaced by another one. */
export function withStatus(view: LogView, capture: string, stored: number, gone = 0): LogView {
	if (capture !== view.capture) {
		return settled({ ...INITIAL_VIEW, capture, stored, gone, base: gone, end: gone, following: view.following });
	}
	if (stored === view.stored && gone === view.gone) return view;
	// Deleted rows leave the start of the list; a view frozen before them lists nothing.
	const base = Math.max(view.base, gone);
	const pausedAt = view.pausedAt === undefined ? undefined : Math.max(view.pausedAt, base);
	return settled({ ...view, stored, gone, base, end: Math.max(view.end, base), pausedAt });
}

/** What a filter has found: `matched` among the first `scanned` events, of which the first `gone` were deleted. */
export interface Matches {
	readonly matched: number;
	readonly gone: number;
	readonly scanned: number;
}

/**
 * The scan of a filter went on; undefined before its first report. `existing`: events that were there when it started. A
 * match among them may be found late, but it is not newer.
 */
export function withMatches(view: LogView, list: string, found: Matches | undefined, existing: number): LogView {
	const { matched = 0, gone = 0, scanned = 0 } = found ?? {};
	const next = withStatus(view, list, matched, gone);
	return scanned <= existing ? withSeen(next, matched) : next;
}

/** The rows up to `end` are loaded: a following view advances to them. */
export function withArrived(view: LogView, end: number): LogView {
	const next = Math.min(end, target(view));
	return view.following && view.pausedAt === undefined && next > view.end ? { ...view, end: next, seen: next } : view;
}

export function withFollowing(view: LogView, following: boolean): LogView {
	if (following === view.following) return view;
	// What is there now is not newer, though a view that follows may not have reached it.
	return settled({ ...view, following, seen: Math.max(view.seen, view.end, target(view)) });
}

/** The view freezes; the capture continues. */
export function withPaused(view: LogView, paused: boolean): LogView {
	if (paused === (view.pausedAt !== undefined)) return view;
	return settled({ ...view, pausedAt: paused ? view.end : undefined });
}

/** Hides all rows so far. The events stay in the capture. */
export function withCleared(view: LogView): LogView {
	const { stored } = view;
	return { ...view, base: stored, end: stored, seen: stored, pausedAt: undefined };
}

/** Lists hidden rows again. */
export function withAll(view: LogView): LogView {
	return { ...view, base: view.gone };
}

/** Rows that are hidden. */
export function hiddenRows(view: LogView): number {
	return view.base - view.gone;
}

/** The whole capture is listed again, with the selected event listed and visible if it is not the last. */
export function withReturned(view: LogView, event: number | undefined): LogView {
	if (event === undefined || event < view.gone) return view;
	const all = event < view.base ? withAll(view) : view;
	return event < view.stored - 1 ? withFollowing(all, false) : all;
}

/** The view stands still, with the row `index` listed even if it had been cleared, or arrived after a pause. */
export function withRevealed(view: LogView, index: number | undefined): LogView {
	const standing = withFollowing(view, false);
	if (index === undefined) return standing.base > 0 ? withAll(standing) : standing;
	const all = index < standing.base ? withAll(standing) : standing;
	return all.pausedAt !== undefined && index >= all.pausedAt ? withPaused(all, false) : all;
}

/** Rows before `end` are or were visible. */
export function withSeen(view: LogView, end: number): LogView {
	return end > view.seen ? { ...view, seen: end } : view;
}

/** Rows that have arrived since the view stands still, and have not been visible. */
export function newerRows(view: LogView): number {
	return view.following ? 0 : Math.max(0, view.end - Math.max(view.seen, view.base));
}

/** Events since the view was paused. */
export function sincePause(view: LogView): number {
	return view.pausedAt === undefined ? 0 : view.stored - view.pausedAt;
}
