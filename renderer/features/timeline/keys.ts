import { timeRangeOf } from '../../../common/filter/index.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { filterTo, lookAt, selectNear, spanOf, useTimeline, viewOf } from './store.ts';
import { panned, revealed, selected, zoomed } from './view.ts';

/** Steps of an arrow key across the view. */
const STEPS = 50;
const ZOOM = 0.5;

/** Zooms around the cursor while it is visible, else around the middle; `by` below 1 zooms in. */
export function zoomBy(by: number): void {
	const now = useTimeline.getState();
	const view = viewOf(now);
	const middle = (view.from + view.to) / 2;
	const at = now.cursor !== undefined && now.cursor >= view.from && now.cursor < view.to ? now.cursor : middle;
	lookAt(zoomed(view, spanOf(now), by, at));
}

/** Handles a key on a strip of `width` pixels; false for other keys. */
export function onTimelineKey({ key, shiftKey }: { key: string; shiftKey: boolean }, width: number): boolean {
	const now = useTimeline.getState();
	const view = viewOf(now);
	const span = spanOf(now);
	const at = now.cursor ?? (key === 'ArrowLeft' || key === 'End' ? view.to : view.from);
	const step = (view.to - view.from) / STEPS;
	const moveTo = (next: number) => {
		const cursor = Math.round(Math.min(Math.max(0, next), Math.max(0, span - 1)));
		useTimeline.setState({ cursor, anchor: shiftKey ? (now.anchor ?? at) : undefined });
		if (now.view !== undefined) lookAt(revealed(now.view, span, cursor));
	};
	switch (key) {
		case 'ArrowLeft':
			moveTo(at - step);
			return true;
		case 'ArrowRight':
			moveTo(at + step);
			return true;
		case 'Home':
			moveTo(0);
			return true;
		case 'End':
			moveTo(span - 1);
			return true;
		case 'PageUp':
			if (now.view !== undefined) lookAt(panned(now.view, span, -0.5));
			return true;
		case 'PageDown':
			if (now.view !== undefined) lookAt(panned(now.view, span, 0.5));
			return true;
		case '+':
		case '=':
			zoomBy(ZOOM);
			return true;
		case '-':
		case '−':
			zoomBy(1 / ZOOM);
			return true;
		case '0':
			lookAt(undefined);
			return true;
		case 'Enter':
			if (now.cursor === undefined) return true;
			if (now.anchor === undefined) selectNear(now.cursor);
			else {
				filterTo(selected(now.anchor, now.cursor, view, span, width));
				useTimeline.setState({ anchor: undefined });
			}
			return true;
		case 'Escape':
			if (now.anchor !== undefined) useTimeline.setState({ anchor: undefined });
			else if (timeRangeOf(useFilter.getState().applied) !== undefined) filterTo(undefined);
			else useTimeline.setState({ cursor: undefined });
			return true;
		default:
			return false;
	}
}
