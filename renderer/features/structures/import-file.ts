import { parseProto } from '../../../common/decode/protobuf/schema/index.ts';
import { pathText } from '../../../common/json/issue-text.ts';
import { faultError } from '../../../common/payload/codec/fault-error.ts';
import { mainMessage, protoStructure } from '../../../common/structure/proto-structure.ts';
import type { StructureFile } from '../../app/state/window/structure-files.ts';
import { faultText } from '../../words/errors.ts';
import { structureText } from './editor/texts.ts';

/** What is made of a file. */
export interface ImportedFile {
	/** The structure as JSON. */
	readonly text: string;
	/** What of the file the structure does not have: sentences with their places. */
	readonly outside: readonly string[];
}

/** Makes a structure of a .proto or .ksy file; any other is taken for the JSON of one. Rejects with a sentence. */
export async function importFile({ name, text }: StructureFile): Promise<ImportedFile> {
	if (/\.proto$/i.test(name)) {
		const message = mainMessage(parseProto(text));
		return { text: structureText(protoStructure(text, message ?? '')), outside: [] };
	}
	if (!/\.ksy$/i.test(name)) return { text, outside: [] };
	const { importKsy } = await import('../../../common/structure/ksy/import.ts');
	const { structure, outside } = importKsy(text);
	const [first] = outside;
	if (structure !== undefined) {
		return {
			text: structureText(structure),
			outside: outside.map(({ path, ...said }) => placed(pathText(path), said)),
		};
	}
	if (first === undefined) throw new TypeError('A file that is no .ksy has a reason.');
	throw faultError(first);
}

function placed(path: string, said: Parameters<typeof faultText>[0]): string {
	return path === '' ? faultText(said) : `${path}: ${faultText(said)}`;
}
