import type { Field } from '../../../../common/decode/index.ts';
import { saidOf } from '../../../../common/decode/said.ts';
import { printPath } from '../../../../common/filter/decoded/path.ts';
import type { Filter } from '../../../../common/filter/index.ts';
import { fieldOf, pathOf } from '../../../app/shared/fields/rows.ts';
import { saidCondition } from '../../../app/state/capture/menu/said-condition.ts';
import { conditionEntries } from '../../../app/state/capture/narrow.ts';
import { type MenuPlace, openContextMenu } from '../../../app/state/window/context-menu.ts';
import { shownFields, toggleFieldColumn } from '../../../app/state/window/field-columns.ts';
import { plotField } from '../../../app/state/window/wanted-plot.ts';
import type { MenuEntry } from '../../../ui/menu/MenuEntries.tsx';
import { dialogWords } from '../../../words/dialogs.ts';

/** Opens the menu of a field in the tree: its column, filters and colours by its value, what is copied of it. */
export function openFieldMenu(
	fields: readonly Field[],
	id: string,
	place: MenuPlace,
	onCopy: (text: string) => void,
): void {
	const field = fieldOf(fields, id);
	if (field === undefined) return;
	const { decode: words } = dialogWords();
	const path = pathOf(fields, id);
	const { text, meaning } = saidOf(field);
	const values = [text, meaning ?? ''].filter((one) => one !== '');
	openContextMenu(place, words.menu(field.name), [
		...(path === undefined ? [] : [...columnEntries(path, field), ...filterEntries(path, field)]),
		...values.map((value) => ({
			label: words.copy(value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value),
			onSelect: () => onCopy(value),
		})),
		...(path === undefined
			? []
			: [{ label: words.copyName, note: printPath(path), onSelect: () => onCopy(printPath(path)) }]),
	]);
}

/** Characters of a value in an entry. */
const MOST_SHOWN = 32;

/** A unit is no column. */
function columnEntries(path: readonly string[], { value }: Field): MenuEntry[] {
	if (path.length < 2) return [];
	const name = printPath(path);
	const { asColumn, plot } = dialogWords().decode;
	return [
		{ label: asColumn, note: name, checked: shownFields().includes(name), onSelect: () => toggleFieldColumn(name) },
		...(isNumeric(value) ? [{ label: plot, onSelect: () => plotField(name) }] : []),
		'separator',
	];
}

/** Whether it can be plotted: numbers, truths, and texts that are numbers. */
function isNumeric(value: Field['value']): boolean {
	if (value === undefined || value instanceof Uint8Array) return false;
	return typeof value !== 'string' || (value.trim() !== '' && Number.isFinite(Number(value)));
}

function filterEntries(path: readonly string[], field: Field): MenuEntry[] {
	const [protocol = ''] = path;
	const unit: Filter = { type: 'protocol', is: '=', value: protocol };
	const condition = path.length < 2 ? unit : saidCondition(printPath(path), saidOf(field));
	return condition === undefined ? [] : [...conditionEntries(condition), 'separator'];
}
