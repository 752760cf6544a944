import { type BrowserWindow, nativeTheme } from 'electron';

/** The page's own `--bg`, so that a window that is still empty does not flash. */
const BACKGROUND = { dark: '#14171c', light: '#ffffff' } as const;

export function backgroundColor(): string {
	return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Menus, dialogs and scroll bars that the system draws follow the theme that a person has set. */
export function applyTheme(theme: 'system' | 'dark' | 'light'): void {
	nativeTheme.themeSource = theme;
}

/** Keeps the colour behind the page in step with the theme, as long as the window is there. */
export function followTheme(window: BrowserWindow): void {
	const update = () => window.setBackgroundColor(backgroundColor());
	nativeTheme.on('updated', update);
	window.once('closed', () => nativeTheme.off('updated', update));
}
