import type { ReactNode } from 'react';

/** The place of a row in the tree, and its key. */
export interface RowPlace {
	readonly rowKey: string;
	/** It is the tree's one tab stop. */
	readonly active: boolean;
	readonly selected: boolean;
}

/** The part of a row in a drag: it is dragged, or a drop puts what is dragged before or after it. */
export type RowDrag = 'dragged' | 'before' | 'after';

export interface RowProps extends RowPlace {
	readonly level: 1 | 2;
	readonly expanded?: boolean | undefined;
	/** Of an endpoint's row, which can be dragged: its id. */
	readonly endpoint?: string;
	readonly drag?: RowDrag | undefined;
	/** The menu key, or a right click. */
	readonly onMenu?: () => void;
	/** The content of the row itself. Its text is the row's accessible name. */
	readonly line: ReactNode;
	/** The content under it: a card. Child rows are siblings, so that a click on this row is on its line. */
	readonly children?: ReactNode;
}

/** One item of the tree: the common part of all rows. The tree handles keys, clicks and focus. */
export function Row({ rowKey, active, selected, level, expanded, endpoint, drag, onMenu, line, children }: RowProps) {
	return (
		<div
			role="treeitem"
			data-row={rowKey}
			aria-level={level}
			aria-selected={selected}
			aria-expanded={expanded}
			tabIndex={active ? 0 : -1}
			data-pane-focus={active ? '' : undefined}
			onContextMenu={(event) => {
				event.stopPropagation();
				if (onMenu === undefined) return;
				event.preventDefault();
				onMenu();
			}}
		>
			<div
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
