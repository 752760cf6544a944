import { type Field, firstNote } from '../../../../common/decode/index.ts';

/** A field in the tree as it is shown. */
export interface FieldRow {
	readonly field: Field;
	/** Its place: the index of each field around it, and its own, as in `0.3.1`. */
	readonly id: string;
	/** 1 for a unit. */
	readonly level: number;
	/** Undefined where it has no fields. */
	readonly isOpen: boolean | undefined;
}

/** Units are open at first, and what has something wrong in it. */
function isOpenAtFirst(field: Field, level: number): boolean {
	return level < 2 || firstNote(field) !== undefined;
}

/** The rows of a tree, in order, without those in closed fields. @param changed what a person has opened and closed */
export function shownRows(fields: readonly Field[], changed: ReadonlyMap<string, boolean>): readonly FieldRow[] {
	const rows: FieldRow[] = [];
	const add = (list: readonly Field[], around: string, level: number) => {
		list.forEach((field, i) => {
			const id = around === '' ? String(i) : `${around}.${i}`;
			const isOpen = field.children === undefined ? undefined : (changed.get(id) ?? isOpenAtFirst(field, level));
			rows.push({ field, id, level, isOpen });
			if (isOpen && field.children !== undefined) add(field.children, id, level + 1);
		});
	};
	add(fields, '', 1);
	return rows;
}

/** The id of the innermost field that has all bytes of [from, end), the first of several; undefined for none. */
export function fieldAt(fields: readonly Field[], from: number, end: number): string | undefined {
	const at = fields.findIndex((field) => field.start <= from && field.end >= end && field.end > field.start);
	const field = fields[at];
	if (field === undefined) return undefined;
	const inner = fieldAt(field.children ?? [], from, end);
	return inner === undefined ? String(at) : `${at}.${inner}`;
}

/** The ids of the fields around one, from the outermost. */
export function idsAround(id: string): readonly string[] {
	const parts = id.split('.');
	return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

/** The field of an id. */
export function fieldOf(fields: readonly Field[], id: string): Field | undefined {
	let list: readonly Field[] | undefined = fields;
	let field: Field | undefined;
	for (const part of id.split('.')) {
		field = list?.[Number(part)];
		list = field?.children;
	}
	return field;
}

/** The names of a field from its unit on, as a filter has them; undefined for one outside of a protocol's unit. */
export function pathOf(fields: readonly Field[], id: string): readonly string[] | undefined {
	let path: string[] | undefined;
	for (const around of [...idsAround(id), id]) {
		const field = fieldOf(fields, around);
		if (field?.protocol !== undefined) path = [field.protocol];
		else if (field !== undefined) path?.push(field.name);
	}
	return path;
}

/** What a key does in the tree (WAI-ARIA Authoring Practices, tree view). */
export type TreeStep = { readonly go: string } | { readonly open: string; readonly isOpen: boolean };

/** The step of a key from the current row; undefined for keys that do nothing there. */
export function stepOf(
	key: string,
	rows: readonly FieldRow[],
	current: string | undefined,
	page: number,
): TreeStep | undefined {
	const at = rows.findIndex(({ id }) => id === current);
	const row = rows[at];
	const go = (index: number): TreeStep | undefined => {
		const target = rows[Math.min(Math.max(index, 0), rows.length - 1)];
		return target === undefined ? undefined : { go: target.id };
	};
	switch (key) {
		case 'ArrowDown':
			return go(at + 1);
		case 'ArrowUp':
			return go(at === -1 ? 0 : at - 1);
		case 'PageDown':
			return go(at + page);
		case 'PageUp':
			return go(at - page);
		case 'Home':
			return go(0);
		case 'End':
			return go(rows.length - 1);
		case 'ArrowRight':
			if (row?.isOpen === false) return { open: row.id, isOpen: true };
			return row?.isOpen ? go(at + 1) : undefined;
		case 'ArrowLeft': {
			if (row?.isOpen) return { open: row.id, isOpen: false };
			const around = row === undefined ? undefined : idsAround(row.id).at(-1);
			return around === undefined ? undefined : { go: around };
		}
		default:
			return undefined;
	}
}
