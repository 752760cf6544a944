import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { DesktopWords } from '../../../../common/words/load-desktop.ts';
import { loadPage } from './load-page.ts';
import { showWhenReady } from './show-window.ts';
import { backgroundColor, followTheme } from './theme.ts';
import { MINIMUM_SIZE, placeWindow } from './window-state.ts';
import { loadWindowState, saveWindowState } from './window-store.ts';

/** The bundle of this file is dist/main/electron.js; the preload's is dist/preload/preload.cjs. */
const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs');

function workAreas() {
	const primary = screen.getPrimaryDisplay();
	const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
	return [primary.workArea, ...others.map((display) => display.workArea)] as const;
}

/** Opens the window at its last position, and shows it once the page has content. */
/** How a window opens. */
interface WindowOptions {
	readonly dataFolder: string;
	readonly devTools: boolean;
	/** The texts of its dialogs at a moment. */
	readonly words: () => DesktopWords['page'];
}

export function openWindow(options: WindowOptions): BrowserWindow {
	const { maximized, ...bounds } = placeWindow(loadWindowState(options.dataFolder), workAreas());
	const window = new BrowserWindow({
		...bounds,
		minWidth: MINIMUM_SIZE.width,
		minHeight: MINIMUM_SIZE.height,
		show: false,
		title: 'Wirebench',
		backgroundColor: backgroundColor(),
		webPreferences: {
			preload: PRELOAD,
			contextIsolation: true,
			sandbox: true,
			nodeIntegration: false,
			nodeIntegrationInWorker: false,
			nodeIntegrationInSubFrames: false,
			webSecurity: true,
			allowRunningInsecureContent: false,
			webviewTag: false,
			navigateOnDragDrop: false,
			// Chromium's spell checker fetches its dictionaries from the network.
			spellcheck: false,
			devTools: options.devTools,
		},
	});
	followTheme(window);
	showWhenReady(window, maximized);
	window.on('close', () => {
		const state = { ...window.getNormalBounds(), maximized: window.isMaximized() };
		try {
			saveWindowState(options.dataFolder, state);
		} catch (error) {
			// On a full disk, for example: the window closes without it.
			console.error('Wirebench cannot store the position of its window:', error);
		}
	});
	loadPage(window, options.words);
	return window;
}

/** Brings the window to the front: after a second start of Wirebench, and from the tray. */
export function raise(window: BrowserWindow): void {
	if (window.isMinimized()) window.restore();
	window.show();
	window.focus();
}
