import { useEffect, useMemo, useState } from 'react';
import type { NamedField } from '../../../../common/decode/named-field.ts';
import { useStructures } from '../../state/templates/structures.ts';
import { useKnownProtocols } from '../known-protocols.ts';
import { useSeenFields } from './use-seen-fields.ts';

const NONE: readonly NamedField[] = [];

/**
 * The names of decoded fields: those that were seen in the capture first, then those of structures and of the built-in protocols. They are
 * loaded when they are first wanted; none until then.
 */
export function useFieldNames(isWanted: boolean): readonly NamedField[] {
	const [possible, setPossible] = useState(NONE);
	const seen = useSeenFields(isWanted);
	const structures = useStructures((state) => state.structures);
	useEffect(() => {
		if (!isWanted) return;
		let isCurrent = true;
		const load = async () => {
			const [{ namedFields }, { strictProtocols }] = await Promise.all([
				import('../../../../common/decode/field-names.ts'),
				import('../../../../common/filter/decoded/strict.ts'),
			]);
			const own = structures.length === 0 ? [] : (await import('../structures/usable.ts')).usableStructures(structures);
			const fields = own.flatMap((one) => one.fields);
			if (isCurrent) useKnownProtocols.setState(({ known }) => ({ named: strictProtocols(known, fields) }));
			return [...fields, ...namedFields()];
		};
		load().then(
			(all) => {
				if (isCurrent) setPossible(all);
			},
			// A filter can be written without them.
			(error: unknown) => console.warn(error),
		);
		return () => {
			isCurrent = false;
		};
	}, [isWanted, structures]);
	return useMemo(() => withFirst(seen, possible), [seen, possible]);
}

/** Both lists without duplicates. A field that has said nothing yet has the type that it may have. */
function withFirst(seen: readonly NamedField[], possible: readonly NamedField[]): readonly NamedField[] {
	const types = new Map(possible.map(({ name, type }) => [name, type]));
	const names = new Set(seen.map(({ name }) => name));
	return [
		...seen.map((field) => (field.type === 'none' ? { ...field, type: types.get(field.name) ?? field.type } : field)),
		...possible.filter(({ name }) => !names.has(name)),
	];
}
