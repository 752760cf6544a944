// biome-ignore-all lint/a11y/useFocusableInteractive: the list keeps the focus and references its options with aria-activedescendant
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { selectionAfterKey } from '../../../virtual/list-keys.ts';
import { rowsPerPage } from '../../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../../virtual/VirtualGrid.tsx';

export interface ResultListProps {
	readonly label: string;
	readonly count: number;
	/** Class of its rows. */
	readonly rowClass: string;
	/** px */
	readonly rowHeight: number;
	/** The chosen row. */
	readonly at: number;
	readonly onAt: (at: number) => void;
	/** A row was double-clicked, or Enter pressed on it. */
	readonly onOpen: (at: number) => void;
	readonly row: (index: number) => ReactNode;
}

/** A list of any length of which one row is chosen; only the visible rows are in the page. */
export function ResultList({ label, count, rowClass, rowHeight, at, onAt, onOpen, row }: ResultListProps) {
	const id = useId();
	const list = useRef<HTMLDivElement | null>(null);
	const scroll = useVirtualScroll({ count, rowHeight, pinned: false, viewportRef: list });
	const { reveal, geometry, first, end } = scroll;
	useEffect(() => {
		if (at < count) reveal(at);
	}, [at, count, reveal]);
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const page = rowsPerPage(geometry);
		const to = selectionAfterKey(event.key, at, { base: 0, end: count, page, first, last: end - 1 });
		if (to !== undefined) onAt(to);
		else if (event.key === 'Enter' && at < count) onOpen(at);
		else return;
		event.preventDefault();
	};
	return (
		<VirtualGrid
			role="listbox"
			viewportRef={list}
			scroll={scroll}
			className="compare-results"
			aria-label={label}
			{...(at >= first && at < end ? { 'aria-activedescendant': `${id}-${at}` } : {})}
			onKeyDown={onKeyDown}
			row={(index, y) => (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
				<div
					key={index}
					role="option"
					id={`${id}-${index}`}
					className={`compare-result ${rowClass}`}
					aria-selected={index === at}
					aria-posinset={index + 1}
					aria-setsize={count}
					style={{ top: y, height: rowHeight }}
					onClick={() => onAt(index)}
					onDoubleClick={() => onOpen(index)}
				>
					{row(index)}
				</div>
			)}
		/>
	);
}
