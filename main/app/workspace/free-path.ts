import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceFileTitle, workspacePath } from '../../../common/workspace/index.ts';

/** The first path of this name that is free in the folder: `lab`, `lab 2`, `lab 3`, with the end of a workspace file. */
export function freeWorkspacePath(folder: string, name: string): string {
	const stem = name.replace(/ \d+$/, '');
	for (let number = 1; ; number++) {
		const path = join(folder, workspacePath(number === 1 ? name : `${stem} ${number}`));
		if (!existsSync(path)) return path;
	}
}

/** A free path for a copy beside a workspace file: `lab copy`, `lab copy 2`. */
export function copyPath(path: string, folder = dirname(path)): string {
	return freeWorkspacePath(folder, `${workspaceFileTitle(path).replace(/ copy( \d+)?$/, '')} copy`);
}
