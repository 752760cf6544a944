/** Milliseconds after which the window is shown even if its page is not there. */
const SHOW_AFTER_MS = 5000;

/** The part of a BrowserWindow that showing needs. */
interface Shown {
	readonly webContents: { once(event: 'did-finish-load', listener: () => void): unknown };
	once(event: 'ready-to-show', listener: () => void): unknown;
	isDestroyed(): boolean;
	maximize(): void;
	show(): void;
}

/**
 * Shows the window once its page is painted. Where that is never reported (compositors of Wayland do not paint a hidden
 * window), once it is loaded, and after 5 s in any case: a window that stays hidden cannot be used nor closed.
 */
export function showWhenReady(window: Shown, maximized: boolean, afterMs = SHOW_AFTER_MS): void {
	let shown = false;
	const show = () => {
		clearTimeout(timer);
		if (shown || window.isDestroyed()) return;
		shown = true;
		if (maximized) window.maximize();
		window.show();
	};
	const timer = setTimeout(show, afterMs);
	window.once('ready-to-show', show);
	window.webContents.once('did-finish-load', show);
}
