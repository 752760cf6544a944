import { create } from 'zustand';
import { isObject } from '../../../../common/json/is-object.ts';
import { isWorkspaceFile } from '../../../../common/workspace/file-name.ts';
import { openDialog, useDialogs } from './dialogs.ts';

/** A file that describes a structure, or of which one is made. */
export interface StructureFile {
	readonly name: string;
	readonly text: string;
}

/** Bytes of a JSON file that is looked into. */
const MOST_JSON = 4 << 20;

/** Files that were dropped, until the dialog of structures has them. */
export const useStructureFiles = create<{ readonly files: readonly StructureFile[] }>()(() => ({ files: [] }));

/** Shows what is made of files. */
export function showStructureFile(file: StructureFile): void {
	useStructureFiles.setState(({ files }) => ({ files: [...files, file] }));
	if (useDialogs.getState().open?.kind !== 'structures') openDialog({ kind: 'structures' });
}

/** A dropped file that is a description of a structure: by its name, JSON by its content. Undefined for any other. */
export async function structureFile(file: File): Promise<StructureFile | undefined> {
	const { name, size } = file;
	if (/\.(?:proto|ksy)$/i.test(name)) return { name, text: await file.text() };
	if (!/\.json$/i.test(name) || isWorkspaceFile(name) || size > MOST_JSON) return undefined;
	const text = await file.text();
	return isStructure(text) ? { name, text } : undefined;
}

function isStructure(text: string): boolean {
	try {
		const document: unknown = JSON.parse(text);
		return isObject(document) && typeof document.structure === 'number';
	} catch (error) {
		if (error instanceof SyntaxError) return false;
		throw error;
	}
}
