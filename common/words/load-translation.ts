import type { LoadedLanguage } from './catalogue.ts';
import type { EventTranslation } from './sentence/event-in-words.ts';

const LOAD: Readonly<Record<LoadedLanguage, () => Promise<EventTranslation['to']>>> = {
	'zh-Hans': async () => (await import('./zh-hans-sentences.ts')).sentences,
	'zh-Hant': async () => (await import('./zh-hant-sentences.ts')).sentences,
};

/** Loads the sentences of a language, without the texts of the page. */
export async function loadTranslation(language: LoadedLanguage): Promise<EventTranslation> {
	const [{ enSentences }, { knownEvent }, { knownWarning }, to] = await Promise.all([
		import('./en-sentences.ts'),
		import('./known-event.ts'),
		import('./known-warning.ts'),
		LOAD[language](),
	]);
	return { from: enSentences, to, knownEvent, knownWarning };
}
