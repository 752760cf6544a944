import { type BrowserWindow, dialog, type MessageBoxOptions, type MessageBoxReturnValue } from 'electron';

/**
 * Asks in a dialog that belongs to the window; in one of its own while the window is hidden, where nobody would see it.
 * On macOS always in the window: one of its own blocks this process, and with it every socket, until it is answered
 * (shell/browser/ui/message_box_mac.mm). A minimised window, which counts as hidden there, shows it when it is back.
 */
export function messageBox(window: BrowserWindow, options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
	const inWindow = process.platform === 'darwin' || window.isVisible();
	return inWindow ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options);
}
