import { create } from 'zustand';

/** The folders of the endpoints that are closed: a part of the view that is kept of the workspace. */
export const useClosedFolders = create<{ readonly folders: ReadonlySet<string> }>()(() => ({ folders: new Set() }));

/** Closes a folder, or opens it. */
export function setFolderClosed(folder: string, folded: boolean): void {
	const folders = new Set(useClosedFolders.getState().folders);
	if (folded) folders.add(folder);
	else folders.delete(folder);
	useClosedFolders.setState({ folders });
}
