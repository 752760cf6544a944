import type { LogTable } from '../../../../common/contract/calls/settings.ts';
import { type FieldColumn, fieldOfColumn, isFieldColumn } from '../../../app/state/window/field-columns.ts';

interface ColumnFacts {
	/** Usual width, in characters of the monospace face; the preview has what is left. */
	readonly characters: number;
	/** It shrinks to this before others are left out. */
	readonly least?: number;
	/** Not shown unless a person wants it. */
	readonly extra?: boolean;
	/** Only messages have it. */
	readonly ofMessages?: boolean;
}

/** The columns of the log, in their usual order. */
export const COLUMNS = {
	number: { characters: 8, extra: true },
	time: { characters: 12.5, least: 12.2 },
	delta: { characters: 9.2 },
	endpoint: { characters: 16, least: 8.5 },
	connection: { characters: 7, least: 5.4 },
	direction: { characters: 2.8 },
	kind: { characters: 9, least: 7 },
	length: { characters: 7, least: 6.2 },
	message: { characters: 8.4, least: 7.6, ofMessages: true },
	reads: { characters: 6.6, least: 6.4, ofMessages: true },
	duration: { characters: 9.2, ofMessages: true },
	preview: { characters: 40 },
} as const satisfies Record<string, ColumnFacts>;
/** A column that is always there, shown or hidden. */
export type FixedColumn = keyof typeof COLUMNS;
export type ColumnName = FixedColumn | FieldColumn;

/** A column of a decoded field has room for its name, of which a long one may lose its end. */
function factsOfField(name: FieldColumn): ColumnFacts {
	const { length } = fieldOfColumn(name);
	return { characters: Math.min(Math.max(length, 16), 24), least: Math.min(Math.max(length, 6), 16) };
}

/** The facts of a column; `COLUMNS` itself knows which of them has which. */
export const factsOf = (name: ColumnName): ColumnFacts => (isFieldColumn(name) ? factsOfField(name) : COLUMNS[name]);

/** A column as a person wants it. */
export interface Column {
	readonly name: ColumnName;
	/** Null: where there is room for it. */
	readonly shown: boolean | null;
	/** px; null: its usual width. */
	readonly width: number | null;
}

const NAMES = Object.keys(COLUMNS).filter(isFixed);

function isFixed(name: string): name is FixedColumn {
	return Object.hasOwn(COLUMNS, name);
}

/** Whether this version has a column of this name. */
export function isColumn(name: string): name is ColumnName {
	return isFixed(name) || isFieldColumn(name);
}

/** The columns of stored settings: those of another version are left out, those that are missing stand where they usually do. */
export function columnsOf(stored: LogTable['columns']): readonly Column[] {
	const columns: Column[] = [];
	for (const { name, shown, width } of stored) {
		if (isColumn(name) && columns.every((known) => known.name !== name)) columns.push({ name, shown, width });
	}
	for (const [at, name] of NAMES.entries()) {
		if (columns.every((known) => known.name !== name)) columns.splice(at, 0, { name, shown: null, width: null });
	}
	return columns;
}

/** The columns with one of them changed. The last one that is shown, whatever the rows are, stays. */
export function withColumn(columns: readonly Column[], name: ColumnName, change: Partial<Column>): readonly Column[] {
	const changed = columns.map((column) => (column.name === name ? { ...column, ...change } : column));
	return changed.some((column) => isWanted(column) && isOfRows(column, false)) ? changed : columns;
}

/** Whether a column is shown where there is room for it. */
export function isWanted({ name, shown }: Column): boolean {
	return shown ?? factsOf(name).extra !== true;
}

/** Whether rows can have something in a column: some are of messages only. */
export function isOfRows({ name }: Pick<Column, 'name'>, ofMessages: boolean): boolean {
	return ofMessages || factsOf(name).ofMessages !== true;
}

/** The columns with one moved in front of another; without another: to the end. */
export function movedBefore(
	columns: readonly Column[],
	name: ColumnName,
	before: ColumnName | undefined,
): readonly Column[] {
	const moved = columns.find((column) => column.name === name);
	if (moved === undefined || name === before) return columns;
	const others = columns.filter((column) => column !== moved);
	const at = before === undefined ? -1 : others.findIndex((column) => column.name === before);
	return at < 0 ? [...others, moved] : others.toSpliced(at, 0, moved);
}

/** The columns with one moved past its neighbour among the visible ones; the same at the edge. */
export function movedBy(
	columns: readonly Column[],
	name: ColumnName,
	by: 1 | -1,
	visible: readonly ColumnName[],
): readonly Column[] {
	const at = visible.indexOf(name);
	const to = at + by;
	if (at < 0 || to < 0 || to >= visible.length) return columns;
	return movedBefore(columns, name, by < 0 ? visible[to] : visible[to + 1]);
}
