import type { ReactNode } from 'react';

/** Where a row stands in the tree, and how the tree finds it. */
export interface RowPlace {
	readonly rowKey: string;
	/** Has the tree's one tab stop. */
	readonly active: boolean;
	readonly selected: boolean;
}

export interface RowProps extends RowPlace {
	readonly level: 1 | 2;
	readonly expanded?: boolean | undefined;
	/** The menu key, or a right click. */
	readonly onMenu?: () => void;
	/** What stands in the row itself. Its text is the row's accessible name. */
	readonly line: ReactNode;
	/** What stands under it: a card. Rows one level down are siblings, so that a press on this one is on its line. */
	readonly children?: ReactNode;
}

/** One item of the tree: what all kinds of rows share. Keys, presses and focus are handled once, by the tree. */
export function Row({ rowKey, active, selected, level, expanded, onMenu, line, children }: RowProps) {
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
			<div className={`tree-row tree-row-${level}`}>{line}</div>
			{children}
		</div>
	);
}
