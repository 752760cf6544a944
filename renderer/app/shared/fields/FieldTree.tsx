import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Field, fieldValueText, noteText } from '../../../../common/decode/index.ts';
import { visibleString } from '../../../bytes/visible-text.ts';
import { rowsPerPage } from '../../../virtual/scroll-map.ts';
import { useVirtualScroll } from '../../../virtual/use-virtual-scroll.ts';
import { VirtualGrid } from '../../../virtual/VirtualGrid.tsx';
import { useDialogWords } from '../../../words/dialogs.ts';
import { isMenuKey, type MenuPlace, menuPlace, placeOf } from '../../state/window/context-menu.ts';
import { useByteRowHeight } from '../../state/window/fonts.ts';
import { type FieldRow, stepOf } from './rows.ts';

interface FieldTreeProps {
	readonly rows: readonly FieldRow[];
	/** The id of the field whose bytes are selected. */
	readonly current: string | undefined;
	readonly onCurrent: (id: string) => void;
	readonly onOpen: (id: string, isOpen: boolean) => void;
	/** Ctrl or Command with C. */
	readonly onCopy: (field: Field) => void;
	/** The menu of a field is wanted. */
	readonly onMenu: ((id: string, place: MenuPlace) => void) | undefined;
	readonly label: string;
}

/** The fields of a message, as a tree with one selected row. */
export function FieldTree({ rows, current, onCurrent, onOpen, onCopy, onMenu, label }: FieldTreeProps) {
	const viewport = useRef<HTMLDivElement | null>(null);
	const rowHeight = useByteRowHeight();
	const scroll = useVirtualScroll({ count: rows.length, rowHeight, pinned: false, viewportRef: viewport });
	const { reveal, geometry } = scroll;
	const at = rows.findIndex(({ id }) => id === current);
	const measured = geometry.viewport > 0;
	useEffect(() => {
		if (at !== -1 && measured) reveal(at);
	}, [at, measured, reveal]);
	const onKeyDown = (event: KeyboardEvent) => {
		const command = event.ctrlKey || event.metaKey;
		const field = rows[at]?.field;
		if (isMenuKey(event) && current !== undefined && onMenu !== undefined) {
			event.stopPropagation();
			const line = document.getElementById(`field-${current}`);
			if (line !== null) onMenu(current, placeOf(line));
		} else if (command && event.key.toLowerCase() === 'c' && field !== undefined) onCopy(field);
		else {
			if (command || event.altKey) return;
			const step = stepOf(event.key, rows, current, rowsPerPage(geometry));
			if (step === undefined) return;
			if ('go' in step) onCurrent(step.go);
			else onOpen(step.open, step.isOpen);
		}
		event.preventDefault();
	};
	return (
		<VirtualGrid
			role="tree"
			viewportRef={viewport}
			scroll={scroll}
			className="fields"
			aria-label={label}
			aria-activedescendant={at === -1 ? undefined : `field-${current}`}
			onKeyDown={onKeyDown}
			row={(index, y) => {
				const row = rows[index];
				if (row === undefined) return null;
				return (
					<FieldLine
						key={row.id}
						row={row}
						isCurrent={row.id === current}
						y={y}
						onChoose={() => onCurrent(row.id)}
						onToggle={() => onOpen(row.id, !row.isOpen)}
						onMenu={onMenu && ((place) => onMenu(row.id, place))}
					/>
				);
			}}
		/>
	);
}

interface FieldLineProps {
	readonly row: FieldRow;
	readonly isCurrent: boolean;
	readonly y: number;
	readonly onChoose: () => void;
	readonly onToggle: () => void;
	readonly onMenu: ((place: MenuPlace) => void) | undefined;
}

function FieldLine({ row: { field, id, level, isOpen }, isCurrent, y, onChoose, onToggle, onMenu }: FieldLineProps) {
	const { decode: words } = useDialogWords();
	const { name, value, meaning, note } = field;
	const text = value === undefined ? '' : visibleString(fieldValueText(value));
	const says = note === undefined ? undefined : noteText(note, words.notes);
	const Arrow = isOpen ? ChevronDown : ChevronRight;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
		<div
			id={`field-${id}`}
			role="treeitem"
			tabIndex={-1}
			aria-level={level}
			aria-selected={isCurrent}
			aria-expanded={isOpen}
			className={note === undefined ? 'field-line' : 'field-line field-noted'}
			style={{ top: y, paddingInlineStart: `calc(${level - 1} * var(--space-4))` }}
			title={[name, text, meaning, says].filter(Boolean).join(' · ')}
			onClick={onChoose}
			onContextMenu={(event) => {
				if (onMenu === undefined) return;
				event.preventDefault();
				// Around it is the menu of the selected bytes.
				event.stopPropagation();
				onChoose();
				onMenu(menuPlace(event));
			}}
			onDoubleClick={isOpen === undefined ? undefined : onToggle}
		>
			{isOpen === undefined ? (
				<span className="field-arrow" />
			) : (
				// biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
				// biome-ignore lint/a11y/noStaticElementInteractions: a part of the row, which says its state
				<span
					className="field-arrow"
					onClick={(event) => {
						event.stopPropagation();
						onToggle();
					}}
				>
					<Arrow size={12} aria-hidden="true" />
				</span>
			)}
			<span className="field-name">{visibleString(name)}</span>
			<span className="field-value">{text}</span>
			{meaning === undefined ? null : <span className="field-meaning">{visibleString(meaning)}</span>}
			{says === undefined ? null : <span className="field-note">{says}</span>}
			{onMenu === undefined ? null : <MoreButton onChoose={onChoose} onMenu={onMenu} />}
		</div>
	);
}

/** Opens the menu of a row. */
function MoreButton({
	onChoose,
	onMenu,
}: {
	readonly onChoose: () => void;
	readonly onMenu: (place: MenuPlace) => void;
}) {
	const { decode: words } = useDialogWords();
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
		// biome-ignore lint/a11y/noStaticElementInteractions: a part of the row, whose menu a key opens too
		<span
			className="field-more"
			title={words.more}
			onClick={(event) => {
				event.stopPropagation();
				onChoose();
				onMenu(placeOf(event.currentTarget));
			}}
		>
			<Ellipsis size={14} aria-hidden="true" />
		</span>
	);
}
