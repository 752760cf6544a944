import type { explain as english } from './en/explain/index.ts';
import type { Language } from './locale/language.ts';
import type { Texts } from './locale/texts.ts';

/** Explanations of calls, states, errors, options, addresses, framings, events and presets: a chunk of their own. */
export type Explain = Texts<typeof english>;

const LOAD: Readonly<Record<Language, () => Promise<Explain>>> = {
	en: async () => (await import('./en/explain/index.ts')).explain,
	'zh-Hans': async () => (await import('./zh-hans/explain/index.ts')).explain,
	'zh-Hant': async () => (await import('./zh-hant/explain/index.ts')).explain,
};

/** Loads the explanations of a language; rejects when the chunk cannot be had. */
export function loadExplain(language: Language): Promise<Explain> {
	return LOAD[language]();
}
