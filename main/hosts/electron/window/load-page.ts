import { app, type BrowserWindow, dialog } from 'electron';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';
import { messageBox } from './message-box.ts';
import { APP_URL } from './origin.ts';

/** Chromium's net::ERR_ABORTED: another navigation, such as a reload, has replaced this one. */
const ABORTED = 'ERR_ABORTED';

/** Asks whether to load the page again, or to quit. Servers and the capture go on meanwhile. */
export async function askToLoadAgain(
	window: BrowserWindow,
	message: string,
	detail: string,
	words: DesktopWords['page'],
): Promise<void> {
	const { response } = await messageBox(window, {
		type: 'error',
		message,
		detail: `${detail}\n${words.goOn}`,
		buttons: [words.loadAgain, words.quit],
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
export function loadPage(window: BrowserWindow, words: () => DesktopWords['page']): void {
	let first = true;
	window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
		// The first load is reported by its promise.
		if (first || !isMainFrame || description === ABORTED) return;
		void askToLoadAgain(window, words().notLoaded, `${description} (${code})`, words());
	});
	window.loadURL(APP_URL).then(
		() => {
			first = false;
		},
		(error: Error) => {
			first = false;
			if (window.isDestroyed() || ('code' in error && error.code === ABORTED)) return;
			dialog.showErrorBox(words().notLoadedTitle, error.message);
			app.quit();
		},
	);
}
