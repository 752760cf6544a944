import { useEffect, useState } from 'react';
import type { NamedField } from '../../../common/decode/field-names.ts';

const NONE: readonly NamedField[] = [];

/** The names of decoded fields, which are loaded when they are first wanted; none until then. */
export function useFieldNames(isWanted: boolean): readonly NamedField[] {
	const [names, setNames] = useState(NONE);
	useEffect(() => {
		if (!isWanted || names !== NONE) return;
		import('../../../common/decode/field-names.ts').then(
			({ namedFields }) => setNames(namedFields()),
			// A filter can be written without them.
			(error: unknown) => console.warn(error),
		);
	}, [isWanted, names]);
	return names;
}
