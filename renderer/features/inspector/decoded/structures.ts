import { useMemo } from 'react';
import type { Decoder } from '../../../../common/decode/index.ts';
import { structureDecoder } from '../../../../common/structure/index.ts';
import { checkStructure } from '../../../../common/structure/read.ts';
import { type StructureDocument, useStructures } from '../../../app/state/templates/structures.ts';

/** Made decoders: a structure that is changed is another document. Undefined: it has problems. */
const made = new WeakMap<StructureDocument, { readonly decoder: Decoder | undefined }>();

function decoderFor(structure: StructureDocument): Decoder | undefined {
	const known = made.get(structure);
	if (known !== undefined) return known.decoder;
	const { usable } = checkStructure(structure);
	const decoder = usable && structureDecoder(usable.program);
	made.set(structure, { decoder });
	return decoder;
}

/** The structures of the workspace as protocols, without those that have problems. */
export function useStructureDecoders(): readonly Decoder[] {
	const structures = useStructures((state) => state.structures);
	return useMemo(() => structures.flatMap((structure) => decoderFor(structure) ?? []), [structures]);
}
