import { type BrowserWindow, dialog } from 'electron';

const ALL = { name: 'All files', extensions: ['*'] };
const DIALOGS = {
	open: { title: 'Open a capture', filters: [{ name: 'Captures', extensions: ['pcapng', 'pcap', 'cap'] }, ALL] },
	'open-workspace': {
		title: 'Open a workspace',
		// A filter names the last part of an extension alone.
		filters: [{ name: 'Workspaces', extensions: ['json'] }, ALL],
	},
	send: { title: 'Send a file', filters: [ALL] },
};

/** Opens the system's file dialog; undefined when the person cancels it. */
export async function chooseFile(
	window: BrowserWindow | undefined,
	use: keyof typeof DIALOGS,
): Promise<string | undefined> {
	const options = { ...DIALOGS[use], properties: ['openFile' as const] };
	const { filePaths } = await (window === undefined
		? dialog.showOpenDialog(options)
		: dialog.showOpenDialog(window, options));
	return filePaths[0];
}
