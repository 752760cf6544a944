import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** Asks with the system's own dialog, which also asks before a file is replaced. Undefined when no place is chosen. */
export async function choosePath(name: string, window: BrowserWindow | undefined): Promise<string | undefined> {
	const options = { defaultPath: join(app.getPath('documents'), name) };
	const { canceled, filePath } = await (window === undefined
		? dialog.showSaveDialog(options)
		: dialog.showSaveDialog(window, options));
	return canceled || filePath === '' ? undefined : filePath;
}
