import type { LoadedLanguage } from './catalogue.ts';
import type { desktop as english } from './en/desktop.ts';
import type { Texts } from './locale/texts.ts';

/** The texts of the desktop application outside the page. */
export type DesktopWords = Texts<typeof english>;

const LOAD: Readonly<Record<LoadedLanguage, () => Promise<DesktopWords>>> = {
	'zh-Hans': async () => (await import('./zh-hans/desktop.ts')).desktop,
	'zh-Hant': async () => (await import('./zh-hant/desktop.ts')).desktop,
};

/** Loads the texts of the desktop application in a language other than English. */
export function loadDesktopWords(language: LoadedLanguage): Promise<DesktopWords> {
	return LOAD[language]();
}
