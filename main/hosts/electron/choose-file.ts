import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { DesktopWords } from '../../../common/words/load-desktop.ts';

/** What a file is chosen for. */
export type FileUse = 'open' | 'open-workspace' | 'send';

function filtersFor(use: FileUse, { captures, workspaces, all }: DesktopWords['files']): FileFilter[] {
	const any = { name: all, extensions: ['*'] };
	if (use === 'open') return [{ name: captures, extensions: ['pcapng', 'pcap', 'cap'] }, any];
	// A filter names the last part of an extension alone.
	return use === 'open-workspace' ? [{ name: workspaces, extensions: ['json'] }, any] : [any];
}

/** Opens the system's file dialog; undefined when the person cancels it. */
export async function chooseFile(
	window: BrowserWindow | undefined,
	use: FileUse,
	words: DesktopWords['files'],
): Promise<string | undefined> {
	const options = { title: words[use], filters: filtersFor(use, words), properties: ['openFile' as const] };
	const { filePaths } = await (window === undefined
		? dialog.showOpenDialog(options)
		: dialog.showOpenDialog(window, options));
	return filePaths[0];
}
