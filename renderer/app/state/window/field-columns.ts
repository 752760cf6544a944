import type { CaptureRow, FieldSaid } from '../../../../common/contract/calls/capture.ts';
import type { LogTable } from '../../../../common/contract/calls/settings.ts';
import { ANY_PROTOCOL } from '../../../../common/filter/decoded/known.ts';
import { wholePath } from '../../../../common/filter/decoded/path.ts';
import { updateSettings, useSettings } from './settings.ts';

/** The name of a column of a decoded field: this, and the field as a filter writes it. */
const BEGIN = 'field:';
export type FieldColumn = `${typeof BEGIN}${string}`;

export function isFieldColumn(name: string): name is FieldColumn {
	// Settings are for all workspaces: the column of a structure stays where there is none of this name.
	return name.startsWith(BEGIN) && wholePath(name.slice(BEGIN.length), ANY_PROTOCOL) !== undefined;
}

export function fieldOfColumn(name: FieldColumn): string {
	return name.slice(BEGIN.length);
}

/** Each cell of a field finds its place among the fields. */
const byColumns = new WeakMap<LogTable['columns'], readonly string[]>();

/** The decoded fields that the log shows, in the order of their columns. */
export function shownFields(): readonly string[] {
	const { columns } = useSettings.getState().logTable;
	const known = byColumns.get(columns);
	if (known !== undefined) return known;
	const fields = columns.flatMap(({ name, shown }) =>
		shown !== false && isFieldColumn(name) ? [fieldOfColumn(name)] : [],
	);
	byColumns.set(columns, fields);
	return fields;
}

/** What the field of a column says in a row that was read with the fields of the log. */
export function saidIn({ fields = [] }: CaptureRow, name: FieldColumn): readonly FieldSaid[] {
	return fields[shownFields().indexOf(fieldOfColumn(name))] ?? [];
}

/** The same in one line. */
export function fieldsText(row: CaptureRow, name: FieldColumn): string {
	return saidIn(row, name)
		.map(({ text, meaning }) => (meaning === undefined ? text : text === '' ? meaning : `${text} ${meaning}`))
		.join(', ');
}

/** Shows a decoded field as a column in front of the preview, or removes its column. */
export function toggleFieldColumn(field: string): void {
	const { logTable } = useSettings.getState();
	const name = `${BEGIN}${field}`;
	const others = logTable.columns.filter((column) => column.name !== name);
	const preview = others.find((column) => column.name === 'preview') ?? { name: 'preview', shown: null, width: null };
	const at = others.indexOf(preview);
	const [before, behind] = at < 0 ? [others, [preview]] : [others.slice(0, at), others.slice(at)];
	const added = shownFields().includes(field) ? others : [...before, { name, shown: true, width: null }, ...behind];
	updateSettings({ logTable: { ...logTable, columns: added } });
}

/** Calls `then` when the log shows other fields. Returns a function that ends that. */
export function onShownFields(then: () => void): () => void {
	let before = shownFields().join(' ');
	return useSettings.subscribe(() => {
		const now = shownFields().join(' ');
		if (now === before) return;
		before = now;
		then();
	});
}
