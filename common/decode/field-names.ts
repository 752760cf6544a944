import { FIELD_NAMES, OTHER_NAMES } from './field-names.data.ts';
import type { NamedField, NamedType } from './named-field.ts';

export type { NamedField, NamedType } from './named-field.ts';

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
