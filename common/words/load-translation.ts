import type { LoadedLanguage } from './catalogue.ts';
import type { Translation } from './sentence/in-words.ts';

const LOAD: Readonly<Record<LoadedLanguage, () => Promise<Translation['to']>>> = {
	'zh-Hans': async () => (await import('./zh-hans-sentences.ts')).sentences,
	'zh-Hant': async () => (await import('./zh-hant-sentences.ts')).sentences,
};

/** Loads the sentences of a language, without the texts of the page. */
export async function loadTranslation(language: LoadedLanguage): Promise<Translation> {
	const [{ enSentences }, to] = await Promise.all([import('./en-sentences.ts'), LOAD[language]()]);
	return { from: enSentences, to };
}
