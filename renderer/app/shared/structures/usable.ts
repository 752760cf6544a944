import type { NamedField } from '../../../../common/decode/field-names.ts';
import type { Decoder } from '../../../../common/decode/index.ts';
import { structureFields } from '../../../../common/structure/field-names.ts';
import { type Program, structureDecoder } from '../../../../common/structure/index.ts';
import { checkStructure } from '../../../../common/structure/read.ts';
import type { StructureDocument } from '../../state/templates/structures.ts';

/** A structure of the workspace as a protocol. */
interface UsableStructure {
	readonly program: Program;
	readonly decoder: Decoder;
	readonly fields: readonly NamedField[];
}

/** Those that are made: a structure that is changed is another document. Undefined: it has problems. */
const made = new WeakMap<StructureDocument, { readonly usable: UsableStructure | undefined }>();

function usableOf(structure: StructureDocument): UsableStructure | undefined {
	const known = made.get(structure);
	if (known !== undefined) return known.usable;
	const checked = checkStructure(structure).usable;
	const usable = checked && {
		program: checked.program,
		decoder: structureDecoder(checked.program),
		fields: structureFields(checked.program),
	};
	made.set(structure, { usable });
	return usable;
}

/** The structures as protocols, without those that have problems. */
export function usableStructures(structures: readonly StructureDocument[]): readonly UsableStructure[] {
	return structures.flatMap((structure) => usableOf(structure) ?? []);
}
