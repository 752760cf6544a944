import { create } from 'zustand';
import { type Catalogue, loadCatalogue } from '../../common/words/catalogue.ts';
import type { Language } from '../../common/words/locale/language.ts';

interface LanguageState {
	readonly language: Language;
	/** The texts of a loaded language; absent for English, which is part of the code. */
	readonly catalogue?: Catalogue;
}

/** The language that the page shows. */
export const useLanguage = create<LanguageState>()(() => ({ language: 'en' }));

/** The language that was wanted last: a slow load must not replace a later choice. */
let wanted: Language = 'en';

/** Shows the page in a language, once its texts are loaded; rejects when they cannot be, and leaves the page as it is. */
export async function showLanguage(language: Language): Promise<void> {
	wanted = language;
	const catalogue = language === 'en' ? undefined : await loadCatalogue(language);
	if (wanted !== language) return;
	useLanguage.setState(catalogue === undefined ? { language } : { language, catalogue }, true);
	document.documentElement.lang = language;
}
