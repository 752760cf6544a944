import type { Settings } from '../../../../common/contract/calls/settings.ts';
import { useSettings } from './settings.ts';

export type Theme = Settings['theme'];
export type Contrast = Settings['contrast'];

/** Where public/theme.js finds the choices before the host answers. */
const REMEMBERED = 'wirebench.theme';
const REMEMBERED_CONTRAST = 'wirebench.contrast';

/** The theme of a choice on a system that prefers dark or not. */
export function resolvedTheme(choice: Theme, systemIsDark: boolean): 'dark' | 'light' {
	if (choice === 'system') return systemIsDark ? 'dark' : 'light';
	return choice;
}

/** The contrast of a choice on a system that prefers more or not. */
export function resolvedContrast(choice: Contrast, systemWantsMore: boolean): 'high' | 'normal' {
	if (choice === 'system') return systemWantsMore ? 'high' : 'normal';
	return choice;
}

/** Keeps the root element's `data-theme` and `data-contrast` up to date with the settings and the system. */
export function followTheme(): void {
	const dark = window.matchMedia('(prefers-color-scheme: dark)');
	const more = window.matchMedia('(prefers-contrast: more)');
	const apply = () => {
		const { theme, contrast, loaded } = useSettings.getState();
		if (!loaded) return;
		document.documentElement.dataset.theme = resolvedTheme(theme, dark.matches);
		document.documentElement.dataset.contrast = resolvedContrast(contrast, more.matches);
		try {
			localStorage.setItem(REMEMBERED, theme);
			localStorage.setItem(REMEMBERED_CONTRAST, contrast);
		} catch (error) {
			console.info('The theme is remembered by the host only: storage is off.', error);
		}
	};
	dark.addEventListener('change', apply);
	more.addEventListener('change', apply);
	useSettings.subscribe(({ theme, contrast, loaded }, before) => {
		if (theme !== before.theme || contrast !== before.contrast || loaded !== before.loaded) apply();
	});
	apply();
}
