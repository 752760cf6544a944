import { useEffect, useState } from 'react';
import type { NamedField } from '../../../../common/decode/field-names.ts';
import { useStructures } from '../../state/templates/structures.ts';
import { useKnownProtocols } from '../known-protocols.ts';

const NONE: readonly NamedField[] = [];

/** The names of decoded fields, with those of structures, which are loaded when they are first wanted; none until then. */
export function useFieldNames(isWanted: boolean): readonly NamedField[] {
	const [names, setNames] = useState(NONE);
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
				if (isCurrent) setNames(all);
			},
			// A filter can be written without them.
			(error: unknown) => console.warn(error),
		);
		return () => {
			isCurrent = false;
		};
	}, [isWanted, structures]);
	return names;
}
