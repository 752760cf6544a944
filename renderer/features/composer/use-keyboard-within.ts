import { type FocusEvent, useEffect, useRef, useState } from 'react';

/** The traffic: its rows must not move while the pointer is over them. */
const TRAFFIC = '[data-pane="log"], [data-pane="conversation"], [data-pane="sequence"], [data-pane="inspector"]';

/**
 * Whether the keyboard is in a part of the window, or was there until the pointer took it: then the part stays as it is
 * until the pointer has left the traffic, whose rows would move under it.
 */
export function useKeyboardWithin() {
	const [within, setWithin] = useState(false);
	const [leaving, setLeaving] = useState(false);
	const byPointer = useRef(false);
	useEffect(() => {
		const pointer = () => {
			byPointer.current = true;
		};
		const key = () => {
			byPointer.current = false;
		};
		window.addEventListener('pointerdown', pointer, true);
		window.addEventListener('keydown', key, true);
		return () => {
			window.removeEventListener('pointerdown', pointer, true);
			window.removeEventListener('keydown', key, true);
		};
	}, []);
	useEffect(() => {
		if (!leaving) return undefined;
		const onMove = ({ target }: PointerEvent) => {
			if (target instanceof Element && target.closest(TRAFFIC) !== null) return;
			setLeaving(false);
			setWithin(false);
		};
		window.addEventListener('pointermove', onMove);
		return () => window.removeEventListener('pointermove', onMove);
	}, [leaving]);
	return {
		within,
		onFocus: () => {
			setLeaving(false);
			setWithin(true);
		},
		onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
			// Another window has the keyboard: this one keeps its place.
			if (!document.hasFocus() || (relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) return;
			if (byPointer.current) setLeaving(true);
			else setWithin(false);
		},
	};
}
