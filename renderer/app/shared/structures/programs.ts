import { useMemo } from 'react';
import type { Programs } from '../../../../common/structure/index.ts';
import { type StructureDocument, useStructures } from '../../state/templates/structures.ts';
import { usableStructures } from './usable.ts';

/** The structures of the workspace by their ids, without those that have problems. */
export function programsNow(): Programs {
	return programsOf(useStructures.getState().structures);
}

export function usePrograms(): Programs {
	const structures = useStructures((state) => state.structures);
	return useMemo(() => programsOf(structures), [structures]);
}

function programsOf(structures: readonly StructureDocument[]): Programs {
	return new Map(usableStructures(structures).map(({ program }) => [program.id, program]));
}
