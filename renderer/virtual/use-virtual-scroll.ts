import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import {
	clampTop,
	isScaled,
	maxTop,
	type ScrollGeometry,
	scrollFromTop,
	spacerHeight,
	topForRow,
	topFromScroll,
	visibleRows,
} from './scroll-map.ts';

export interface VirtualScrollOptions {
	readonly count: number;
	/** Rows of the list before the first one here: when their number changes, visible rows keep their place. */
	readonly base?: number;
	/** Identifies the list: another list resets the position. */
	readonly list?: string;
	/** px */
	readonly rowHeight: number;
	/** Height of a sticky element at the upper edge of the scrolling element, px. */
	readonly inset?: number;
	/** Keeps the last row at the bottom edge while rows arrive. */
	readonly pinned: boolean;
	/** The scrolling element. */
	readonly viewportRef: RefObject<HTMLDivElement | null>;
	/** The person scrolled up (false) or to the end (true), by the wheel or the scroll bar. Not called for programmatic scrolling. */
	readonly onFollow?: (following: boolean) => void;
}

export interface VirtualScroll {
	readonly geometry: ScrollGeometry;
	/** As in the options. */
	readonly inset: number;
	/** True position of the upper edge, px. */
	readonly top: number;
	readonly spacer: number;
	/** Visible rows [first, end). */
	readonly first: number;
	readonly end: number;
	/** Scrolls the minimum that makes a row fully visible. */
	readonly reveal: (index: number) => void;
	readonly scrollToTop: (top: number) => void;
}

const LINE = 1;
const PAGE = 2;

function wheelPixels(event: WheelEvent, rowHeight: number, viewport: number): number {
	if (event.deltaMode === LINE) return event.deltaY * rowHeight;
	if (event.deltaMode === PAGE) return event.deltaY * viewport;
	return event.deltaY;
}

/**
 * The true position is kept here; the element's own `scrollTop` only mirrors it (scaled beyond MAX_SPACER). Rows are
 * rendered in a sticky layer, so that the browser never scrolls to an unrendered area.
 */
export function useVirtualScroll({
	count,
	base = 0,
	list = '',
	rowHeight,
	inset = 0,
	pinned,
	viewportRef,
	onFollow,
}: VirtualScrollOptions): VirtualScroll {
	const [viewport, setViewport] = useState(0);
	/** The true position as last rendered or requested. Not state: while pinned it moves with the rows, at no cost. */
	const kept = useRef(0);
	const before = useRef({ base, list });
	if (before.current.base !== base || before.current.list !== list) {
		if (before.current.list === list) kept.current -= (base - before.current.base) * rowHeight;
		before.current = { base, list };
	}
	const [, redraw] = useReducer((n: number) => n + 1, 0);
	/** The last value written to `scrollTop`: a scroll event with this value is an echo. */
	const written = useRef(0);
	const geometry = useMemo(() => ({ count, rowHeight, viewport }), [count, rowHeight, viewport]);
	const top = pinned ? maxTop(geometry) : clampTop(geometry, kept.current);
	const live = useRef({ geometry, top, onFollow });
	useLayoutEffect(() => {
		live.current = { geometry, top, onFollow };
	});

	useLayoutEffect(() => {
		const element = viewportRef.current;
		if (element === null) return;
		const measure = () => setViewport(Math.max(0, element.clientHeight - inset));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [viewportRef, inset]);

	useLayoutEffect(() => {
		kept.current = top;
		const element = viewportRef.current;
		if (element === null) return;
		const wanted = scrollFromTop(geometry, top);
		if (Math.abs(element.scrollTop - wanted) >= 1) element.scrollTop = wanted;
		written.current = element.scrollTop;
	}, [viewportRef, geometry, top]);

	useEffect(() => {
		const element = viewportRef.current;
		if (element === null) return;
		const moved = (next: number) => {
			const { geometry: now, top: before, onFollow: follow } = live.current;
			kept.current = next;
			redraw();
			if (next < before) follow?.(false);
			else if (next >= maxTop(now) - 1) follow?.(true);
		};
		const onScroll = () => {
			if (Math.abs(element.scrollTop - written.current) < 1) return;
			written.current = element.scrollTop;
			// The browser pulls a pane back that grew beyond the end of the list: no person scrolled.
			if (Math.max(0, element.clientHeight - inset) !== live.current.geometry.viewport) return;
			moved(topFromScroll(live.current.geometry, element.scrollTop));
		};
		const onWheel = (event: WheelEvent) => {
			const { geometry: now, top: before, onFollow: follow } = live.current;
			if (event.ctrlKey || event.deltaY === 0) return;
			if (isScaled(now)) {
				event.preventDefault();
				moved(clampTop(now, before + wheelPixels(event, now.rowHeight, now.viewport)));
			} else if (event.deltaY < 0 && maxTop(now) > 0) {
				// Before the browser starts its own smooth scroll, which following would revert.
				follow?.(false);
			}
		};
		element.addEventListener('scroll', onScroll, { passive: true });
		element.addEventListener('wheel', onWheel, { passive: false });
		return () => {
			element.removeEventListener('scroll', onScroll);
			element.removeEventListener('wheel', onWheel);
		};
	}, [viewportRef, inset]);

	const reveal = useCallback((index: number) => {
		const { geometry: now, top: before } = live.current;
		kept.current = topForRow(now, before, index);
		redraw();
	}, []);
	const scrollToTop = useCallback((next: number) => {
		kept.current = clampTop(live.current.geometry, next);
		redraw();
	}, []);
	return {
		geometry,
		inset,
		top,
		spacer: spacerHeight(geometry),
		...visibleRows(geometry, top),
		reveal,
		scrollToTop,
	};
}
