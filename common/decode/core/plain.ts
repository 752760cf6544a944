import { toHex } from '../../payload/hex.ts';
import type { Field, FieldValue, Note } from './field.ts';
import { integer } from './integer.ts';

/** A field as JSON has it. */
export interface PlainField {
	readonly name: string;
	/** Bytes in hex; integers beyond 53 bits as text. */
	readonly value?: string | number | boolean;
	readonly meaning?: string;
	readonly start: number;
	readonly end: number;
	readonly children?: readonly PlainField[];
	readonly error?: string;
}

/** A value as JSON has it. */
export function plainValue(value: FieldValue): string | number | boolean {
	if (value instanceof Uint8Array) return toHex(value);
	const exact = typeof value === 'bigint' ? integer(value) : value;
	return typeof exact === 'bigint' || (typeof exact === 'number' && !Number.isFinite(exact)) ? String(exact) : exact;
}

/** Fields as plain data. @param says a note in words */
export function plainFields(fields: readonly Field[], says: (note: Note) => string): readonly PlainField[] {
	return fields.map(({ name, value, meaning, start, end, children, note }) => ({
		name,
		...(value === undefined ? {} : { value: plainValue(value) }),
		...(meaning === undefined ? {} : { meaning }),
		start,
		end,
		...(children === undefined ? {} : { children: plainFields(children, says) }),
		...(note === undefined ? {} : { error: says(note) }),
	}));
}

/** The first note of a field and those in it. */
export function firstNote({ note, children = [] }: Field): Note | undefined {
	if (note !== undefined) return note;
	for (const child of children) {
		const found = firstNote(child);
		if (found !== undefined) return found;
	}
	return undefined;
}
