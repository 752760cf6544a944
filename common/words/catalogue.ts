import type { Words } from './en.ts';
import type { DialogWords } from './en-dialogs.ts';
import type { Language } from './locale/language.ts';
import type { EventTranslation } from './sentence/event-in-words.ts';

/** All texts of the page in a language other than English: one chunk. */
export interface Catalogue {
	readonly words: Words;
	readonly dialogs: DialogWords;
	readonly translation: EventTranslation;
}

/** English is part of the code that shows it; the others are loaded. */
export type LoadedLanguage = Exclude<Language, 'en'>;

const LOAD: Readonly<Record<LoadedLanguage, () => Promise<Catalogue>>> = {
	'zh-Hans': async () => (await import('./zh-hans.ts')).zhHans,
	'zh-Hant': async () => (await import('./zh-hant.ts')).zhHant,
};

/** Loads the texts of a language; rejects when the chunk cannot be had. */
export function loadCatalogue(language: LoadedLanguage): Promise<Catalogue> {
	return LOAD[language]();
}
