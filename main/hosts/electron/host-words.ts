import { desktop } from '../../../common/words/en/desktop.ts';
import { type DesktopWords, loadDesktopWords } from '../../../common/words/load-desktop.ts';
import type { Language } from '../../../common/words/locale/language.ts';

/** The texts of menus, dialogs and the tray icon, in the language of the setting. English until another is loaded. */
export class HostWords {
	#words: DesktopWords = desktop;
	#language: Language = 'en';
	/** The language that was wanted last: a slow load must not replace a later choice. */
	#wanted: Language = 'en';

	/** The texts of this moment; not to be kept. */
	readonly now = (): DesktopWords => this.#words;

	get language(): Language {
		return this.#language;
	}

	/** Changes the language, and calls `changed` once its texts are there. Rejects when they cannot be loaded. */
	async use(language: Language, changed: () => void): Promise<void> {
		if (language === this.#wanted) return;
		this.#wanted = language;
		const words = language === 'en' ? desktop : await loadDesktopWords(language);
		if (this.#wanted !== language) return;
		this.#words = words;
		this.#language = language;
		changed();
	}
}
