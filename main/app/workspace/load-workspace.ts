import type { Said } from '../../../common/words/sentence/said.ts';
import { readWorkspace, type Workspace, type WorkspaceFault } from '../../../common/workspace/index.ts';
import { WorkspaceFiles, workspaceFolder } from './workspace-files.ts';

/** A workspace that is read once and not stored. */
export interface LoadedWorkspace {
	readonly workspace: Workspace;
	/** Where its relative paths begin. */
	readonly folder: string;
	/** For people. */
	readonly notes: readonly Said[];
}

/** The workspace in the text of a file, with the secrets that the data folder and the environment have for it. */
export async function loadWorkspace(
	path: string,
	text: string,
	dataFolder: string,
): Promise<LoadedWorkspace | WorkspaceFault> {
	const { secrets, notes } = await new WorkspaceFiles(dataFolder, path).readBeside();
	const read = readWorkspace(text, secrets, process.env);
	return 'kind' in read ? read : { workspace: read.workspace, folder: workspaceFolder(path), notes };
}
