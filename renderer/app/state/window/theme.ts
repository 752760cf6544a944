import type { Settings } from '../../../../common/contract/calls/settings.ts';
import { useSettings } from './settings.ts';

export type Theme = Settings['theme'];

/** Where public/theme.js finds the choice before the host answers. */
const REMEMBERED = 'wirebench.theme';

/** The theme of a choice on a system that prefers dark or not. */
export function resolvedTheme(choice: Theme, systemIsDark: boolean): 'dark' | 'light' {
	if (choice === 'system') return systemIsDark ? 'dark' : 'light';
	return choice;
}

/** Keeps the root element's `data-theme` up to date with the setting and the system. */
export function followTheme(): void {
	const system = window.matchMedia('(prefers-color-scheme: dark)');
	const apply = () => {
		const { theme, loaded } = useSettings.getState();
		if (!loaded) return;
		document.documentElement.dataset.theme = resolvedTheme(theme, system.matches);
		try {
			localStorage.setItem(REMEMBERED, theme);
		} catch (error) {
			console.info('The theme is remembered by the host only: storage is off.', error);
		}
	};
	system.addEventListener('change', apply);
	useSettings.subscribe(apply);
	apply();
}
