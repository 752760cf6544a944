import { LIMITS } from '../contract/base/limits.ts';

/** The end of a workspace file's name. */
const SUFFIX = '.wirebench.json';

/** Whether a file is opened as a workspace: by the end of its name. */
export function isWorkspaceFile(path: string): boolean {
	return path.toLowerCase().endsWith(SUFFIX);
}

/** The path with the end of a workspace file's name, which is added where it is missing. */
export function workspacePath(path: string): string {
	return isWorkspaceFile(path) ? path : `${path.replace(/\.json$/i, '')}${SUFFIX}`;
}

/** The name of a workspace file for people: without folders and without the end. */
export function workspaceFileTitle(path: string): string {
	const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
	return (isWorkspaceFile(name) ? name.slice(0, -SUFFIX.length) : name).slice(0, LIMITS.nameChars);
}
