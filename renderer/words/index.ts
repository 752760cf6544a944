import { en, type Words } from '../../common/words/en.ts';
import { type Locale, localeOf } from '../../common/words/locale/locale.ts';
import { useLanguage } from './store.ts';

export { showLanguage } from './store.ts';

/** The texts of the page, for a component: it renders again when the language changes. */
export function useWords(): Words {
	return useLanguage((state) => state.catalogue?.words ?? en);
}

/** The texts of the page, for code that runs once for each action, such as a notice. */
export function words(): Words {
	return useLanguage.getState().catalogue?.words ?? en;
}

/** How the present language writes numbers, lists and times. */
export function locale(): Locale {
	return localeOf(useLanguage.getState().language);
}
