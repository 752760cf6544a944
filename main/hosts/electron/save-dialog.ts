import { join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';

/** Opens the system's save dialog, which also confirms replacing a file. Undefined when it is cancelled. */
export async function choosePath(name: string, window: BrowserWindow | undefined): Promise<string | undefined> {
	const options = { defaultPath: join(app.getPath('documents'), name) };
	const { canceled, filePath } = await (window === undefined
		? dialog.showSaveDialog(options)
		: dialog.showSaveDialog(window, options));
	return canceled || filePath === '' ? undefined : filePath;
}
