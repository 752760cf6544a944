import type { Language } from './language.ts';

/** The forms of a word by number: `other` is always there, English also has `one`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** How one language writes numbers, sizes, durations and lists. */
export interface Locale {
	readonly language: Language;
	/** A count with grouped digits: `88,310`. */
	count(value: number): string;
	/** The form of a word for this number, without the number. */
	plural(value: number, forms: PluralForms): string;
	/** A number and the form of its word: `1 event`, `1,200 events`. */
	counted(value: number, forms: PluralForms): string;
	/** Names in a sentence: `a, b and c`. */
	list(items: readonly string[]): string;
	/** Alternatives in a sentence: `a, b or c`. */
	choice(items: readonly string[]): string;
	/** A date and a time of this machine's zone, to the second. @param ms since 1970 */
	dateTime(ms: number): string;
}

/** Makes a formatter at its first use: most runs of the command line need none. */
function later<T>(make: () => T): () => T {
	let made: { readonly value: T } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/**
 * Which form a word has after a number. Written here, like the groups of three digits that all these languages separate by a comma: the tables of
 * Intl for both take tens of milliseconds to load, in the page just as the first traffic arrives. The tests compare with Intl.
 */
const FORMS: Readonly<Record<Language, (value: number) => Intl.LDMLPluralRule>> = {
	en: (value) => (Math.abs(value) === 1 ? 'one' : 'other'),
	'zh-Hans': () => 'other',
	'zh-Hant': () => 'other',
};

const GROUPS = /\B(?=(?:\d{3})+$)/g;

function makeLocale(language: Language): Locale {
	const numbers = later(() => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
	const lists = later(() => new Intl.ListFormat(language, { type: 'conjunction' }));
	const choices = later(() => new Intl.ListFormat(language, { type: 'disjunction' }));
	const dates = later(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }));
	const count = (value: number) =>
		Number.isSafeInteger(value) ? `${value}`.replace(GROUPS, ',') : numbers().format(value);
	const plural = (value: number, forms: PluralForms) => forms[FORMS[language](value)] ?? forms.other;
	return {
		language,
		count,
		plural,
		counted: (value, forms) => `${count(value)} ${plural(value, forms)}`,
		list: (items) => lists().format(items),
		choice: (items) => choices().format(items),
		dateTime: (ms) => dates().format(ms),
	};
}

const MADE = new Map<Language, Locale>();

/** The locale of a language: the same object each time. */
export function localeOf(language: Language): Locale {
	const made = MADE.get(language) ?? makeLocale(language);
	MADE.set(language, made);
	return made;
}
