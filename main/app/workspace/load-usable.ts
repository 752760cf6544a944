import { type ReadWorkspace, readWorkspace } from '../../../common/workspace/index.ts';
import { appError } from '../sentences/app-error.ts';
import type { Loaded, WorkspaceDocument } from './document.ts';
import { unusable } from './faults.ts';
import { faultInEndpoints } from './put-in-engine.ts';

/** Reads a file that a person has named. Rejects with `bad-input` for one that is missing or cannot be used. */
export async function loadUsable(document: WorkspaceDocument): Promise<Loaded> {
	const { path, untitled } = document.files;
	const loaded = await document.load();
	if ('kind' in loaded) throw unusable(path, loaded);
	if (loaded.text === undefined && !untitled) {
		throw appError('bad-input', 'noWorkspaceFile', { path });
	}
	const fault = faultInEndpoints(loaded.read.workspace);
	if (fault !== undefined) throw unusable(path, fault);
	return loaded;
}

/** What is in the text of a file of this name. Throws as `loadUsable` rejects. */
export function readUsable(name: string, text: string): ReadWorkspace {
	const read = readWorkspace(text);
	if ('kind' in read) throw unusable(name, read);
	const fault = faultInEndpoints(read.workspace);
	if (fault !== undefined) throw unusable(name, fault);
	return read;
}
