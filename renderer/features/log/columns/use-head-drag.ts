import { type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { type ColumnName, isColumn } from './columns.ts';
import { endPreview, previewWidth } from './resize.ts';

/** px that the pointer moves before a press on a name is a drag. */
const SLACK = 5;

interface Drag {
	readonly name: ColumnName;
	/** px from the window's left edge. */
	readonly from: number;
	/** Of an edge: the column's width at the start, px. */
	readonly width: number | undefined;
	moved: boolean;
	/** The column in front of which the dragged one would stand; undefined: the end. */
	before: ColumnName | undefined;
}

/** Dragging in the head of the log: an edge resizes, a name moves its column. A press that does not move is a click. */
export function useHeadDrag(
	head: RefObject<HTMLElement | null>,
	onMove: (name: ColumnName, before: ColumnName | undefined) => void,
) {
	const drag = useRef<Drag>(undefined);
	/** The click that ends a drag is none. */
	const wasDrag = useRef(false);

	const start = (event: PointerEvent<HTMLElement>, name: ColumnName, width?: number) => {
		wasDrag.current = false;
		if (event.button !== 0) return;
		event.currentTarget.setPointerCapture(event.pointerId);
		drag.current = { name, from: event.clientX, width, moved: false, before: undefined };
	};
	const onPointerMove = (event: PointerEvent<HTMLElement>) => {
		const now = drag.current;
		if (now === undefined) return;
		const by = event.clientX - now.from;
		if (!now.moved && Math.abs(by) < (now.width === undefined ? SLACK : 1)) return;
		now.moved = true;
		if (now.width !== undefined) {
			previewWidth(now.name, now.width + by);
			return;
		}
		now.before = columnAt(head.current, event.clientX);
		showPlace(head.current, now.before);
	};
	const end = (isKept: boolean) => {
		const now = drag.current;
		drag.current = undefined;
		if (now === undefined || !now.moved) return;
		wasDrag.current = true;
		if (now.width !== undefined) {
			endPreview(isKept);
			return;
		}
		showPlace(head.current, null);
		if (isKept) onMove(now.name, now.before);
	};
	const handlers = { onPointerMove, onPointerUp: () => end(true), onPointerCancel: () => end(false) };
	return {
		name: (name: ColumnName, onClick: (event: MouseEvent<HTMLElement>) => void) => ({
			...handlers,
			onPointerDown: (event: PointerEvent<HTMLElement>) => start(event, name),
			onClick: (event: MouseEvent<HTMLElement>) => {
				if (!wasDrag.current) onClick(event);
			},
		}),
		edge: (name: ColumnName, width: number) => ({
			...handlers,
			onPointerDown: (event: PointerEvent<HTMLElement>) => start(event, name, width),
		}),
	};
}

/** The column in front of which `x` is: the first whose middle lies behind it. */
function columnAt(head: HTMLElement | null, x: number): ColumnName | undefined {
	for (const cell of head?.querySelectorAll<HTMLElement>('[data-head]') ?? []) {
		const { left, width } = cell.getBoundingClientRect();
		const name = cell.dataset.head ?? '';
		if (x < left + width / 2 && isColumn(name)) return name;
	}
	return undefined;
}

/** Shows where the dragged column would stand; null: nowhere. */
function showPlace(head: HTMLElement | null, before: ColumnName | undefined | null): void {
	const cells = [...(head?.querySelectorAll<HTMLElement>('[data-head]') ?? [])];
	for (const [i, cell] of cells.entries()) {
		cell.classList.toggle('log-head-before', before !== null && cell.dataset.head === before);
		cell.classList.toggle('log-head-after', before === undefined && i === cells.length - 1);
	}
}
