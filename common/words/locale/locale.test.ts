import fc from 'fast-check';
import { expect, test } from 'vitest';
import { environmentLanguage, LANGUAGES, languageOfTag, preferredLanguage } from './language.ts';
import { localeOf } from './locale.ts';

test.each([
	['zh', 'zh-Hans'],
	['zh-CN', 'zh-Hans'],
	['zh_SG.UTF-8', 'zh-Hans'],
	['zh-Hans-HK', 'zh-Hans'],
	['zh-TW', 'zh-Hant'],
	['zh_HK.Big5-HKSCS', 'zh-Hant'],
	['ZH-mo', 'zh-Hant'],
	['zh-Hant-CN', 'zh-Hant'],
	['zh-yue-HK', 'zh-Hant'],
	['en-GB', 'en'],
	['en_US.UTF-8@euro', 'en'],
	['C', undefined],
	['C.UTF-8', undefined],
	['POSIX', undefined],
	['zhx', undefined],
	['de', undefined],
] as const)('%s is %s', (tag, language) => {
	expect(languageOfTag(tag)).toBe(language);
});

test('the first preference that the interface has counts, and English where it has none', () => {
	expect(preferredLanguage(['de', 'zh-TW', 'en'])).toBe('zh-Hant');
	expect(preferredLanguage(['de', 'fr'])).toBe('en');
	expect(preferredLanguage([])).toBe('en');
});

test('of the environment, the first variable that is set and not empty counts', () => {
	expect(environmentLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh-Hans');
	expect(environmentLanguage({ LC_ALL: '', LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('zh-Hant');
	expect(environmentLanguage({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
	expect(environmentLanguage({})).toBe('en');
});

test('a language writes numbers with their words, and lists', () => {
	const english = localeOf('en');
	expect([0, 1, 1200].map((n) => english.counted(n, { one: 'event', other: 'events' }))).toEqual([
		'0 events',
		'1 event',
		'1,200 events',
	]);
	expect(english.list(['a', 'b', 'c'])).toBe('a, b, and c');
	expect(localeOf('zh-Hans').list(['甲', '乙', '丙'])).toBe('甲、乙和丙');
	expect(localeOf('zh-Hant').choice(['甲', '乙'])).toBe('甲或乙');
	expect(localeOf('zh-Hant').count(88310)).toBe('88,310');
});

test.each(['en', 'zh-Hans', 'zh-Hant'] as const)('%s: small counts are those of its number format', (language) => {
	const format = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
	for (const value of [...Array(1001).keys(), -1, -999, -1000, 0.4, 999.6, Number.NaN, Number.POSITIVE_INFINITY]) {
		expect(localeOf(language).count(value)).toBe(format.format(value));
	}
});

const FORMS = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };

test.each(LANGUAGES)('counts and the forms of words in %s are those of Intl', (language) => {
	const locale = localeOf(language);
	const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
	const rules = new Intl.PluralRules(language);
	const some = fc.oneof(fc.integer({ min: -1200, max: 1200 }), fc.maxSafeInteger(), fc.double({ noNaN: true }));
	fc.assert(
		fc.property(some, (value) => {
			fc.pre(!Object.is(value, -0));
			expect(locale.count(value)).toBe(numbers.format(value));
			expect(locale.plural(value, FORMS)).toBe(rules.select(value));
		}),
		{ numRuns: 1000 },
	);
});
