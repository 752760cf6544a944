import { type Language, preferredLanguage } from '../../../../common/words/locale/language.ts';
import { showLanguage, words } from '../../../words/index.ts';
import { useSettings } from './settings.ts';
import { toastError } from './toasts.ts';

/** Where the next load of the page finds the choice before the host answers. */
const REMEMBERED = 'wirebench.language';

/** The language of a choice. @param system the languages that the system prefers, best first */
export function resolvedLanguage(choice: string | null, system: readonly string[]): Language {
	return preferredLanguage(choice === null || choice === 'system' ? system : [choice]);
}

/** The preferred languages, best first: that of the command line that serves the page (main/hosts/browser/page-files.ts), else the browser's. */
function preferences(): readonly string[] {
	const { language } = document.documentElement.dataset;
	return language === undefined ? navigator.languages : [language];
}

/** Shows the remembered or the system's language; resolves when the page can be drawn, in English if the texts are missing. */
export async function startLanguage(): Promise<void> {
	let choice: string | null = null;
	try {
		choice = localStorage.getItem(REMEMBERED);
	} catch (error) {
		console.info('No remembered language: storage is off.', error);
	}
	await show(resolvedLanguage(choice, preferences()));
}

/** Keeps the page in the language of the setting and of the system. */
export function followLanguage(): void {
	const apply = () => {
		const { language, loaded } = useSettings.getState();
		if (!loaded) return;
		void show(resolvedLanguage(language, preferences()));
		try {
			localStorage.setItem(REMEMBERED, language);
		} catch (error) {
			console.info('The language is remembered by the host only: storage is off.', error);
		}
	};
	window.addEventListener('languagechange', apply);
	useSettings.subscribe(({ language, loaded }, before) => {
		if (language !== before.language || loaded !== before.loaded) apply();
	});
	apply();
}

async function show(language: Language): Promise<void> {
	try {
		await showLanguage(language);
	} catch (error) {
		toastError(words().shell.language.failed, error);
	}
}
