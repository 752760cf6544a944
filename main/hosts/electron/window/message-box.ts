import { type BrowserWindow, dialog, type MessageBoxOptions, type MessageBoxReturnValue } from 'electron';

/** Asks in a dialog that belongs to the window; in one of its own while the window is hidden, where nobody would see it. */
export function messageBox(window: BrowserWindow, options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
	return window.isVisible() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
}
