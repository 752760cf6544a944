import { type ReactNode, useRef } from 'react';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../app/state/window/context-menu.ts';

/** The place of a row in the tree, and its key. */
export interface RowPlace {
	readonly rowKey: string;
	/** It is the tree's one tab stop. */
	readonly active: boolean;
	readonly selected: boolean;
	/** Its group is a folder, which is a row itself. */
	readonly inFolder?: boolean;
}

/** The part of a row in a drag: it is dragged, or a drop puts what is dragged before or after it. */
export type RowDrag = 'dragged' | 'before' | 'after';

export interface RowProps extends RowPlace {
	readonly level: 1 | 2;
	readonly expanded?: boolean | undefined;
	/** Of an endpoint's row, which can be dragged: its id. */
	readonly endpoint?: string;
	readonly drag?: RowDrag | undefined;
	/** The menu key at the row, or a right click at the pointer. */
	readonly onMenu?: (place: MenuPlace) => void;
	/** The content of the row itself. Its text is the row's accessible name. */
	readonly line: ReactNode;
	/** The content under it: a card. Child rows are siblings, so that a click on this row is on its line. */
	readonly children?: ReactNode;
}

/** One item of the tree: the common part of all rows. The tree handles keys, clicks and focus. */
export function Row({
	rowKey,
	active,
	selected,
	inFolder,
	level,
	expanded,
	endpoint,
	drag,
	onMenu,
	line,
	children,
}: RowProps) {
	const row = useRef<HTMLDivElement>(null);
	return (
		<div
			role="treeitem"
			data-row={rowKey}
			aria-level={inFolder ? level + 1 : level}
			aria-selected={selected}
			aria-expanded={expanded}
			tabIndex={active ? 0 : -1}
			data-pane-focus={active ? '' : undefined}
			onContextMenu={(event) => {
				event.stopPropagation();
				if (onMenu === undefined) return;
				event.preventDefault();
				onMenu(menuPlace(event));
			}}
			onKeyDown={(event) => {
				if (onMenu === undefined || row.current === null || !isMenuKey(event)) return;
				event.preventDefault();
				onMenu(placeOf(row.current));
			}}
		>
			<div
				ref={row}
				className={`tree-row tree-row-${level}`}
				draggable={endpoint === undefined ? undefined : true}
				data-endpoint={endpoint}
				data-drag={drag}
			>
				{line}
			</div>
			{children}
		</div>
	);
}
