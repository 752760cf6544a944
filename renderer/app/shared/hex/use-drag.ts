import { type PointerEvent, useRef } from 'react';

/** The byte whose cell is at a point of the window. */
function byteAt(x: number, y: number): number | undefined {
	const value = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-byte]')?.dataset.byte;
	return value === undefined ? undefined : Number(value);
}

export interface DragHandlers {
	onPointerDown(event: PointerEvent<HTMLElement>): void;
	onPointerMove(event: PointerEvent<HTMLElement>): void;
	onPointerUp(event: PointerEvent<HTMLElement>): void;
}

/**
 * Selects bytes by dragging: `select` gets the byte under the pointer, and whether it extends the selection; `beyond`
 * is called when the pointer is dragged above (-1) or below (1) the view.
 */
export function useDrag(select: (byte: number, extend: boolean) => void, beyond: (by: -1 | 1) => void): DragHandlers {
	const dragging = useRef(false);
	return {
		onPointerDown(event) {
			if (event.button !== 0) return;
			const byte = byteAt(event.clientX, event.clientY);
			if (byte === undefined) return;
			dragging.current = true;
			event.currentTarget.setPointerCapture(event.pointerId);
			select(byte, event.shiftKey);
		},
		onPointerMove(event) {
			if (!dragging.current) return;
			const { top, bottom } = event.currentTarget.getBoundingClientRect();
			if (event.clientY < top) beyond(-1);
			else if (event.clientY > bottom) beyond(1);
			else {
				const byte = byteAt(event.clientX, event.clientY);
				if (byte !== undefined) select(byte, true);
			}
		},
		onPointerUp() {
			dragging.current = false;
		},
	};
}
