import { app, type BrowserWindow, dialog } from 'electron';
import { messageBox } from './message-box.ts';
import { APP_URL } from './origin.ts';

/** Chromium's net::ERR_ABORTED: another navigation, such as a reload, has replaced this one. */
const ABORTED = 'ERR_ABORTED';

/** Asks whether to load the page again, or to quit. Servers and the capture go on meanwhile. */
export async function askToLoadAgain(window: BrowserWindow, message: string, detail: string): Promise<void> {
	const { response } = await messageBox(window, {
		type: 'error',
		message,
		detail: `${detail}\nServers, clients and the capture go on.`,
		buttons: ['Load again', 'Quit Wirebench'],
		defaultId: 0,
		cancelId: 0,
		noLink: true,
	});
	if (window.isDestroyed()) return;
	if (response === 1) app.quit();
	else window.webContents.reload();
}

/**
 * Loads the page. A first load that fails ends Wirebench with its reason. A later one (a reload) asks, because servers
 * may run. A load that a reload replaces is not a failure.
 */
export function loadPage(window: BrowserWindow): void {
	let first = true;
	window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
		// The first load is reported by its promise.
		if (first || !isMainFrame || description === ABORTED) return;
		void askToLoadAgain(window, 'Wirebench could not load its page.', `${description} (${code})`);
	});
	window.loadURL(APP_URL).then(
		() => {
			first = false;
		},
		(error: Error) => {
			first = false;
			if (window.isDestroyed() || ('code' in error && error.code === ABORTED)) return;
			dialog.showErrorBox('Wirebench could not load its page', error.message);
			app.quit();
		},
	);
}
