import { ChevronDown, ChevronRight, Folder } from 'lucide-react';
import { useWords } from '../../words/index.ts';
import type { RowPlace } from './Row.tsx';

interface FolderRowProps extends RowPlace {
	readonly folder: string;
	readonly folded: boolean;
	/** Number of its endpoints. */
	readonly count: number;
	/** A drop puts what is dragged into it. */
	readonly over: boolean;
}

/** A folder of endpoints: a click or an arrow key closes and opens it. */
export function FolderRow({ rowKey, active, folder, folded, count, over }: FolderRowProps) {
	const text = useWords().endpoints;
	return (
		<div
			role="treeitem"
			data-row={rowKey}
			aria-level={1}
			aria-expanded={!folded}
			aria-selected={false}
			aria-label={text.folder(folder, count)}
			tabIndex={active ? 0 : -1}
			data-pane-focus={active ? '' : undefined}
		>
			<div className="tree-row tree-group tree-folder" data-over={over ? '' : undefined}>
				{folded ? <ChevronRight size={11} /> : <ChevronDown size={11} />}
				<Folder size={11} />
				<span className="tree-folder-name" title={folder}>
					{folder}
				</span>
			</div>
		</div>
	);
}
