import type { WebContents } from 'electron';
import { APP_URL } from './origin.ts';

/** Keeps a page where it is: it cannot go elsewhere, open windows or take in guests. Reloading itself it can. */
export function containPage(contents: WebContents): void {
	contents.setWindowOpenHandler(() => ({ action: 'deny' }));
	contents.on('will-frame-navigate', (event) => {
		if (!event.isMainFrame || event.url !== APP_URL) event.preventDefault();
	});
	contents.on('will-redirect', (event) => event.preventDefault());
	contents.on('will-attach-webview', (event) => event.preventDefault());
}
