import { useMemo } from 'react';
import type { Decoder } from '../../../../common/decode/index.ts';
import { useStructures } from '../../state/templates/structures.ts';
import { usableStructures } from './usable.ts';

/** The decoders of the structures of the workspace, without those that have problems. */
export function useStructureDecoders(): readonly Decoder[] {
	const structures = useStructures((state) => state.structures);
	return useMemo(() => usableStructures(structures).map(({ decoder }) => decoder), [structures]);
}
