import { useMemo, useState } from 'react';
import { type Field, fieldValueText } from '../../../../common/decode/index.ts';
import { useDialogWords } from '../../../words/dialogs.ts';
import type { MenuPlace } from '../../state/window/context-menu.ts';
import { type ByteSelection, selectedRange } from '../hex/byte-selection.ts';
import { FieldTree } from './FieldTree.tsx';
import { fieldAt, fieldOf, idsAround, shownRows } from './rows.ts';
import './fields.css';

interface FieldsProps {
	readonly fields: readonly Field[];
	readonly selection: ByteSelection | undefined;
	readonly onSelect: (selection: ByteSelection | undefined) => void;
	readonly onCopyText: (text: string) => void;
	/** Opens the menu of a field, by its id; left out: there is none. */
	readonly onMenu?: ((id: string, place: MenuPlace) => void) | undefined;
}

/**
 * The fields of a message, tied to a selection of its bytes: a chosen field selects its bytes, and the innermost field that has
 * all selected bytes is the current one.
 */
export function Fields({ fields, selection, onSelect, onCopyText, onMenu }: FieldsProps) {
	const { decode: words } = useDialogWords();
	const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
	const [chosen, setChosen] = useState<string>();
	const range = selection === undefined ? undefined : selectedRange(selection);
	const isChosen = (field: Field | undefined) =>
		field !== undefined && (range === undefined || (field.start === range.from && field.end === range.end));
	const current =
		chosen !== undefined && isChosen(fieldOf(fields, chosen))
			? chosen
			: range && fieldAt(fields, range.from, range.end);
	const rows = useMemo(() => {
		const around = current === undefined ? [] : idsAround(current);
		return shownRows(fields, new Map([...around.map((id) => [id, true] as const), ...changed]));
	}, [fields, current, changed]);
	const choose = (id: string) => {
		const field = fieldOf(fields, id);
		if (field === undefined) return;
		setChosen(id);
		onSelect(field.end > field.start ? { anchor: field.start, head: field.end - 1 } : undefined);
	};
	return (
		<FieldTree
			rows={rows}
			current={current}
			label={words.fields}
			onCurrent={choose}
			onOpen={(id, isOpen) => setChanged((before) => new Map([...before, [id, isOpen]]))}
			onMenu={onMenu}
			onCopy={({ value, meaning, name }) => onCopyText(value === undefined ? (meaning ?? name) : fieldValueText(value))}
		/>
	);
}
