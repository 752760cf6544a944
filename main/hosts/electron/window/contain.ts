import type { WebContents } from 'electron';
import { APP_URL } from './origin.ts';

/** Confines a page: it cannot navigate elsewhere, open windows or embed guests. It can reload itself. */
export function containPage(contents: WebContents): void {
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
	contents.on('will-frame-navigate', (event) => {
		if (!event.isMainFrame || event.url !== APP_URL) event.preventDefault();
	});
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
}
