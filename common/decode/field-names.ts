import { FIELD_NAMES, OTHER_NAMES } from './field-names.data.ts';

/** What a decoded field has as its value; `none` where only other fields are in it. */
export type NamedType = 'number' | 'textual' | 'bytes' | 'truth' | 'none';

/** A decoded field, by its name in a filter. */
export interface NamedField {
	readonly name: string;
	readonly type: NamedType;
}

const TYPES: ReadonlyMap<string, NamedType> = new Map([
	['#', 'number'],
	['$', 'textual'],
	['*', 'bytes'],
	['?', 'truth'],
]);

/** Names that fields may have beside those, in any protocol. */
export function otherNames(): readonly string[] {
	return OTHER_NAMES.split(' ');
}

/** The fields whose names are the same in all messages, by protocol and name: not those that the messages themselves name. */
export function namedFields(): readonly NamedField[] {
	return Object.entries(FIELD_NAMES).flatMap(([protocol, names]) =>
		names.split(' ').map((written) => {
			const type = TYPES.get(written.slice(-1)) ?? 'none';
			return { name: `${protocol}.${type === 'none' ? written : written.slice(0, -1)}`, type };
		}),
	);
}
