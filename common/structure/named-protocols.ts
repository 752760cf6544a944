import type { NamedField } from '../decode/field-names.ts';
import { type KnownProtocols, knownProtocols } from '../filter/decoded/known.ts';
import { strictProtocols } from '../filter/decoded/strict.ts';
import type { Structure } from './document/schema.ts';
import { structureFields } from './field-names.ts';
import { programOf } from './program/programs.ts';

/** What filters can name where these structures are known, down to the names of fields; those with faults may have any. */
export function namedProtocols(structures: readonly Structure[]): KnownProtocols {
	const fields = structures.flatMap((structure): readonly NamedField[] => {
		const program = programOf(structure);
		return program === undefined ? [] : structureFields(program);
	});
	return strictProtocols(knownProtocols(structures.map(({ id }) => id)), fields);
}
