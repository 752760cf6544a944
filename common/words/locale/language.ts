/** The languages of the interface, as BCP 47 tags: English, 简体中文, 繁體中文. */
export const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, for a choice that a person finds in any of them. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
	en: 'English',
	'zh-Hans': '简体中文',
	'zh-Hant': '繁體中文',
};

/** Chinese is written in traditional characters there, where a tag names no script (CLDR, likely subtags). */
const TRADITIONAL = /^zh-(?:.+-)?(?:hant|tw|hk|mo)(?:-|$)/;
const SIMPLIFIED_SCRIPT = /^zh-(?:.+-)?hans(?:-|$)/;

/** The language of one tag (`zh-TW`, `zh_CN.UTF-8`, `en-GB`); undefined where the interface has none for it. */
export function languageOfTag(tag: string): Language | undefined {
	const plain = tag
		.replace(/[.@].*$/, '')
		.replaceAll('_', '-')
		.toLowerCase();
	if (plain === 'en' || plain.startsWith('en-')) return 'en';
	if (plain !== 'zh' && !plain.startsWith('zh-')) return undefined;
	return TRADITIONAL.test(plain) && !SIMPLIFIED_SCRIPT.test(plain) ? 'zh-Hant' : 'zh-Hans';
}

/** The first language of a list of preferences that the interface has; English where it has none of them. */
export function preferredLanguage(tags: readonly string[]): Language {
	for (const tag of tags) {
		const language = languageOfTag(tag);
		if (language !== undefined) return language;
	}
	return 'en';
}

/**
 * The language of messages by the environment: POSIX.1-2017, 8.2: the first variable that is set and not empty counts.
 * @param environment such as that of a process
 */
export function environmentLanguage(environment: Readonly<Record<string, string | undefined>>): Language {
	const { LC_ALL, LC_MESSAGES, LANG } = environment;
	return preferredLanguage([LC_ALL || LC_MESSAGES || LANG || 'C']);
}
