/**
 * Which part of the capture the log lists, and how it moves. Positions are those of the list: of the capture, or of the
 * matches of a filter; all functions are
 * pure, so that the rules of following, pausing and clearing can be tested without a screen.
 */
export interface LogView {
	/** The list that the positions belong to: a capture, or the matches of one scan of it. */
	readonly capture: string;
	/** Rows that there are to list. */
	readonly stored: number;
	/** First row that there is: those before were let go, to keep the capture within its limit. */
	readonly gone: number;
	/** First row listed: what came before it is hidden, or gone. */
	readonly base: number;
	/** One past the last event listed. While following it moves only when the rows are here, so that none is blank. */
	readonly end: number;
	readonly following: boolean;
	/** Where the view was frozen. */
	readonly pausedAt: number | undefined;
	/** One past the last event that was in sight. */
	readonly seen: number;
}

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

/** How far the view may list at present. */
export function target(view: LogView): number {
	return view.pausedAt ?? view.stored;
}

function settled(view: LogView): LogView {
	return view.following && view.pausedAt === undefined ? view : { ...view, end: target(view) };
}

/** The capture grew, or another one took its place. */
export function withStatus(view: LogView, capture: string, stored: number, gone = 0): LogView {
	if (capture !== view.capture) {
		return settled({ ...INITIAL_VIEW, capture, stored, gone, base: gone, end: gone, following: view.following });
	}
	if (stored === view.stored && gone === view.gone) return view;
	// What is let go leaves the list at its beginning; a view that was frozen before it lists nothing.
	const base = Math.max(view.base, gone);
	const pausedAt = view.pausedAt === undefined ? undefined : Math.max(view.pausedAt, base);
	return settled({ ...view, stored, gone, base, end: Math.max(view.end, base), pausedAt });
}

/** The rows up to `end` are here: a following view goes on to them. */
export function withArrived(view: LogView, end: number): LogView {
	const next = Math.min(end, target(view));
	return view.following && view.pausedAt === undefined && next > view.end ? { ...view, end: next, seen: next } : view;
}

export function withFollowing(view: LogView, following: boolean): LogView {
	if (following === view.following) return view;
	return settled({ ...view, following, seen: Math.max(view.seen, view.end) });
}

/** The view stands still at what it lists; the capture goes on. */
export function withPaused(view: LogView, paused: boolean): LogView {
	if (paused === (view.pausedAt !== undefined)) return view;
	return settled({ ...view, pausedAt: paused ? view.end : undefined });
}

/** Hides everything up to now. The events stay in the capture. */
export function withCleared(view: LogView): LogView {
	const { stored } = view;
	return { ...view, base: stored, end: stored, seen: stored, pausedAt: undefined };
}

/** Lists again what was hidden. */
export function withAll(view: LogView): LogView {
	return { ...view, base: view.gone };
}

/** Rows that are hidden. */
export function hiddenRows(view: LogView): number {
	return view.base - view.gone;
}

/** The whole capture is listed again, with the selected event in the list and held in sight if it is not the last. */
export function withReturned(view: LogView, event: number | undefined): LogView {
	if (event === undefined || event < view.gone) return view;
	const all = event < view.base ? withAll(view) : view;
	return event < view.stored - 1 ? withFollowing(all, false) : all;
}

/** The view stands still, with the row `index` listed even if it had been cleared, or came after a pause. */
export function withRevealed(view: LogView, index: number | undefined): LogView {
	const standing = withFollowing(view, false);
	if (index === undefined) return standing.base > 0 ? withAll(standing) : standing;
	const all = index < standing.base ? withAll(standing) : standing;
	return all.pausedAt !== undefined && index >= all.pausedAt ? withPaused(all, false) : all;
}

/** Rows before `end` are or were in sight. */
export function withSeen(view: LogView, end: number): LogView {
	return end > view.seen ? { ...view, seen: end } : view;
}

/** Rows that wait below what has been in sight. */
export function newerRows(view: LogView): number {
	return view.following ? 0 : Math.max(0, view.end - Math.max(view.seen, view.base));
}

/** Events that came since the view was paused. */
export function sincePause(view: LogView): number {
	return view.pausedAt === undefined ? 0 : view.stored - view.pausedAt;
}
