import { type BrowserWindow, dialog } from 'electron';

/** Has a person choose one file in the system's dialog; undefined when they did not. */
export async function chooseFile(window: BrowserWindow | undefined): Promise<string | undefined> {
	const options = {
		title: 'Open a capture',
		properties: ['openFile' as const],
		filters: [
			{ name: 'Captures', extensions: ['pcapng', 'pcap', 'cap'] },
			{ name: 'All files', extensions: ['*'] },
		],
	};
	const { filePaths } = await (window === undefined
		? dialog.showOpenDialog(options)
		: dialog.showOpenDialog(window, options));
	return filePaths[0];
}
