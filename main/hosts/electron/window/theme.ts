import { type BrowserWindow, nativeTheme } from 'electron';

/** The page's own `--bg`, so that an empty window does not flash. */
const BACKGROUND = { dark: '#14171c', light: '#ffffff' } as const;

export function backgroundColor(): string {
	return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Menus, dialogs and scroll bars drawn by the system follow the theme setting. */
export function applyTheme(theme: 'system' | 'dark' | 'light'): void {
	nativeTheme.themeSource = theme;
}

/** Keeps the colour behind the page in sync with the theme, during the window's life. */
export function followTheme(window: BrowserWindow): void {
	const update = () => window.setBackgroundColor(backgroundColor());
	nativeTheme.on('updated', update);
	window.once('closed', () => nativeTheme.off('updated', update));
}
