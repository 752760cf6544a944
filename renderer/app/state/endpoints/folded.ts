import { create } from 'zustand';

/** The folders of the endpoints that are closed: a part of the view that is kept of the workspace. */
export const useFolded = create<{ readonly folders: ReadonlySet<string> }>()(() => ({ folders: new Set() }));

/** Closes a folder, or opens it. */
export function setFolded(folder: string, folded: boolean): void {
	const folders = new Set(useFolded.getState().folders);
	if (folded) folders.add(folder);
	else folders.delete(folder);
	useFolded.setState({ folders });
}
