import { type HTMLAttributes, type ReactNode, type RefObject, useState } from 'react';
import { rowSlots } from './row-slots.ts';
import type { VirtualScroll } from './use-virtual-scroll.ts';
import './virtual.css';

export interface VirtualGridProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
	readonly role: 'grid' | 'listbox' | 'tree';
	/** The scrolling element, which keeps the focus. */
	readonly viewportRef: RefObject<HTMLDivElement | null>;
	readonly scroll: VirtualScroll;
	/** A sticky element at the upper edge, as high as the scroll's `inset`. */
	readonly head?: ReactNode;
	/** Content after the rows that does not scroll with them. */
	readonly behind?: ReactNode;
	/** Class of the element that has the rows. */
	readonly rowsClass?: string;
	/** Width of the rows, px. Default: that of the viewport. */
	readonly width?: number;
	/** The row at `index`, `y` px below the upper edge of its element. `slot` is its key: rows that come and go share elements. */
	readonly row: (index: number, y: number, slot: number) => ReactNode;
}

/** A list of rows of equal height, of any length: only the visible ones are in the page. */
export function VirtualGrid({
	viewportRef,
	scroll,
	head,
	behind,
	rowsClass = '',
	width,
	row,
	role,
	...attributes
}: VirtualGridProps) {
	const { first, end, top, spacer, geometry, inset } = scroll;
	const { rowHeight, viewport } = geometry;
	const [place] = useState(rowSlots);
	const { origin, slotOf } = place(first, Math.ceil(viewport / rowHeight) + 2);
	const within = role === 'grid' ? 'rowgroup' : 'presentation';
	return (
		<div role={role} ref={viewportRef} tabIndex={0} data-pane-focus="" {...attributes}>
			{head}
			<div style={{ height: spacer, width }} role="presentation">
				<div className="virtual-layer" style={{ height: viewport, width, top: inset }} role="presentation">
					{behind}
					<div
						className={`virtual-rows ${rowsClass}`}
						style={{ transform: `translateY(${origin * rowHeight - top}px)` }}
						role={within}
					>
						{Array.from({ length: end - first }, (_, i) => {
							const index = first + i;
							return row(index, (index - origin) * rowHeight, slotOf(index));
						})}
					</div>
				</div>
			</div>
		</div>
	);
}
