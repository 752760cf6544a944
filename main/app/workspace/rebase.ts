import nodePath, { type PlatformPath } from 'node:path';
import { type ChangePath, socketPathSchema } from '../../../common/endpoints/index.ts';
import { mapWorkspacePaths, type ReadWorkspace, type Workspace } from '../../../common/workspace/index.ts';
import { appError } from '../sentences/app-error.ts';

/** What begins so would not be read as a path, or not as this one. */
const MISREAD = /^(@|sample:|\s)/;

/**
 * The path that means the same file in another folder: relative to it where it was relative and where one can be written,
 * else absolute. Both folders are absolute. `how`: the form of paths, of this system where it is left out.
 */
export function rebasedPath(path: string, from: string, to: string, how: PlatformPath = nodePath): string {
	if (how.isAbsolute(path) || from === to) return path;
	const found = how.resolve(from, path);
	const relative = how.relative(to, found);
	if (how.isAbsolute(relative)) return found;
	if (relative === '') return '.';
	return MISREAD.test(relative) ? `.${how.sep}${relative}` : relative;
}

/** A workspace whose relative paths mean in the folder `to` what they mean in `from`. Throws as `toFolder` does. */
export function inFolder(workspace: Workspace, from: string, to: string): Workspace {
	return from === to ? workspace : mapWorkspacePaths(workspace, toFolder(from, to));
}

/** As `inFolder`, of a file that was read. */
export function readInFolder({ workspace, document }: ReadWorkspace, from: string, to: string): ReadWorkspace {
	return { workspace: inFolder(workspace, from, to), document };
}

/** A workspace with the paths that those in it mean, where relative ones begin in `folder`. */
export function absolute(workspace: Workspace, folder: string): Workspace {
	return mapWorkspacePaths(workspace, (path) => nodePath.resolve(folder, path));
}

/**
 * Changes paths that are relative to one folder into those that mean the same in another. Throws `bad-input` where the path
 * of a socket would become longer than one can be.
 */
export function toFolder(from: string, to: string): ChangePath {
	return (path, form) => {
		const relative = rebasedPath(path, from, to);
		if (form !== 'socket' || relative === path) return relative;
		const fits = [relative, nodePath.resolve(from, path)].find((one) => socketPathSchema.safeParse(one).success);
		if (fits !== undefined) return fits;
		throw appError('bad-input', 'socketPathTooLong', { path, folder: to });
	};
}
