import { type RefObject, useEffect } from 'react';
import { filterTo, lookAt, selectNear, spanOf, useTimeline, viewOf } from './store.ts';
import { panned, selected, zoomed } from './view.ts';

/** px that a click may move without becoming a selection. */
const STILL = 3;
const LINE = 1;
/** Zoom and movement of the view per pixel of the wheel, zoom as a power of e. */
const ZOOM_PER_PX = 1 / 400;

interface Press {
	readonly x: number;
	readonly time: number;
	/** Pans the view instead of selecting. */
	readonly pans: boolean;
	moved: boolean;
	lastX: number;
}

/** Pointer and wheel over the strip: drag selects, Shift or the middle button pans, a click selects an event. */
export function useGestures(chart: RefObject<HTMLDivElement | null>): void {
	useEffect(() => {
		const element = chart.current;
		if (element === null) return;
		let press: Press | undefined;
		const timeAt = (x: number) => {
			const { left, width } = element.getBoundingClientRect();
			const view = viewOf(useTimeline.getState());
			const share = Math.min(1, Math.max(0, (x - left) / Math.max(1, width)));
			return Math.round(view.from + share * (view.to - view.from));
		};
		const onDown = (event: PointerEvent) => {
			if (event.button > 1 || spanOf(useTimeline.getState()) === 0) return;
			const { clientX: x, pointerId, shiftKey, button } = event;
			press = { x, time: timeAt(x), pans: shiftKey || button === 1, moved: false, lastX: x };
			element.setPointerCapture(pointerId);
			useTimeline.setState({ anchor: undefined });
		};
		const onMove = ({ clientX: x }: PointerEvent) => {
			if (press) press.moved ||= Math.abs(x - press.x) > STILL;
			if (press?.pans) {
				const now = useTimeline.getState();
				const share = (press.lastX - x) / Math.max(1, element.clientWidth);
				press.lastX = x;
				if (now.view !== undefined) lookAt(panned(now.view, spanOf(now), share));
				return;
			}
			useTimeline.setState({ cursor: timeAt(x), ...(press?.moved ? { anchor: press.time } : {}) });
		};
		const onUp = ({ clientX: x }: PointerEvent) => {
			const { pans, moved, time } = press ?? { pans: true, moved: false, time: 0 };
			press = undefined;
			if (pans) return;
			const now = useTimeline.getState();
			if (!moved) selectNear(time);
			// Escape may have cancelled it.
			else if (now.anchor !== undefined) {
				filterTo(selected(time, timeAt(x), viewOf(now), spanOf(now), element.clientWidth));
				useTimeline.setState({ anchor: undefined });
			}
		};
		const onCancel = () => {
			press = undefined;
			useTimeline.setState({ anchor: undefined });
		};
		const onLeave = () => {
			if (!press) useTimeline.setState({ cursor: undefined });
		};
		const onWheel = (event: WheelEvent) => {
			const now = useTimeline.getState();
			const span = spanOf(now);
			if (event.ctrlKey || span === 0) return;
			event.preventDefault();
			const unit = event.deltaMode === LINE ? 16 : 1;
			const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
			const view = viewOf(now);
			if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
				if (now.view !== undefined) lookAt(panned(view, span, (sideways * unit) / Math.max(1, element.clientWidth)));
				return;
			}
			lookAt(zoomed(view, span, Math.exp(event.deltaY * unit * ZOOM_PER_PX), timeAt(event.clientX)));
		};
		element.addEventListener('pointerdown', onDown);
		element.addEventListener('pointermove', onMove);
		element.addEventListener('pointerup', onUp);
		element.addEventListener('pointercancel', onCancel);
		element.addEventListener('pointerleave', onLeave);
		element.addEventListener('wheel', onWheel, { passive: false });
		return () => {
			element.removeEventListener('pointerdown', onDown);
			element.removeEventListener('pointermove', onMove);
			element.removeEventListener('pointerup', onUp);
			element.removeEventListener('pointercancel', onCancel);
			element.removeEventListener('pointerleave', onLeave);
			element.removeEventListener('wheel', onWheel);
		};
	}, [chart]);
}
