import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explanationOf, topics } from '../explain/index.ts';
import { parseFilter } from '../filter/index.ts';
import { CATALOGUES, textsOf } from '../words/catalogues.fixture.ts';
import { explain } from '../words/en/explain/index.ts';
import { FOREIGN, OTHER_SCRIPT } from '../words/terms.fixture.ts';
import { filled, filledFilter, type Lesson, lessonSchema } from './index.ts';

const FOLDER = new URL('../../assets/lessons/', import.meta.url);
const files = readdirSync(FOLDER).toSorted();
const lessons: readonly [string, Lesson][] = files.map((file) => [
	basename(file, '.json'),
	lessonSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
]);
/** An address that a learner's server may have, with a name that has to be quoted. */
const AT = { host: '127.0.0.1', port: 21_567, endpoint: 'my "first" server' };

/** What lessons put in quotation marks that is no name in the interface. */
const SAYINGS = new Set([
	'that was all',
	'时间加原文',
	'時間加原文',
	'发完了',
	'傳完了',
	'粘包',
	'黏包',
	'请求已经发完',
	'請求已經傳完',
]);

const LANGUAGES = [
	{ language: 'en', catalogue: 'en', quoted: /“([^”]*)”/g },
	{ language: 'zh-Hans', catalogue: 'hans', quoted: /“([^”]*)”/g },
	{ language: 'zh-Hant', catalogue: 'hant', quoted: /「([^」]*)」/g },
] as const;

const textsIn = ({ title, summary, end, steps }: Lesson) =>
	[title, summary, end].concat(steps.flatMap((step) => [step.title, step.text, ...step.wrong.map(({ text }) => text)]));

it('are twelve, with the same steps and texts in each language', () => {
	expect(lessons).toHaveLength(12);
	for (const [, lesson] of lessons) {
		const { steps } = lesson;
		expect(steps.length).toBeGreaterThanOrEqual(5);
		for (const { language } of LANGUAGES) {
			expect(steps.filter(({ title, text }) => title[language] !== '' && text[language] !== '')).toHaveLength(
				steps.length,
			);
			expect(new Set(steps.map(({ title }) => title[language])).size).toBe(steps.length);
		}
	}
});

it.each(LANGUAGES)('name buttons and fields as the interface does, in $language', ({ language, catalogue, quoted }) => {
	const names = new Set([...textsOf(CATALOGUES[catalogue]).values()].flatMap((name) => [name, name.replace(/…$/, '')]));
	const written = lessons.flatMap(([, lesson]) =>
		textsIn(lesson).flatMap((text) => [...text[language].matchAll(quoted)].map(([, name = '']) => name)),
	);
	expect(written.filter((name) => !names.has(name) && !SAYINGS.has(name))).toEqual([]);
});

it('are named by their numbers and ids', () => {
	expect(lessons.map(([name]) => name)).toEqual(
		lessons.map(([, { id }], i) => `${String(i + 1).padStart(2, '0')}-${id}`),
	);
});

describe.each(lessons)('%s', (_, lesson) => {
	const texts = textsIn(lesson);

	it.each(texts.map((text) => [text.en, text]))('has its own words in each language: %s', (en, text) => {
		const { 'zh-Hans': hans, 'zh-Hant': hant } = text;
		expect(new Set([en, hans, hant]).size).toBe(3);
		for (const chinese of [hans, hant]) expect(chinese).toMatch(/\p{Script=Han}/u);
		expect(en).not.toMatch(/\p{Script=Han}/u);
		// What is quoted or filled in stands in each language.
		const kept = (one: string) => new Set(one.match(/`[^`]*`/g));
		for (const chinese of [hans, hant]) expect(kept(chinese)).toEqual(kept(en));
	});

	it.each([
		['zh-Hans', 'hans'],
		['zh-Hant', 'hant'],
	] as const)('is written in one kind of Chinese: %s', (language, script) => {
		const prose = texts.map((text) => text[language].replaceAll(/`[^`]*`/g, '`'));
		const wrong = [
			FOREIGN[script],
			OTHER_SCRIPT[script],
			/\p{Script=Han}[,.;:!?()`A-Za-z0-9]|[,;:!?()`A-Za-z0-9]\p{Script=Han}/u,
		];
		expect(prose.filter((text) => wrong.some((form) => form.test(text)))).toEqual([]);
	});

	it('has filters that can be read', () => {
		const filters = lesson.steps.flatMap(({ done, wrong, offer }) => [
			done.filter,
			...wrong.map(({ filter }) => filter),
			...(offer !== undefined && 'filter' in offer ? [offer.filter] : []),
		]);
		for (const filter of filters) parseFilter(filledFilter(filter, AT));
	});

	it('explains topics that there are', () => {
		for (const { offer } of lesson.steps) {
			if (offer === undefined || !('explain' in offer)) continue;
			const topic = topics.find(({ group, key }) => `${group}.${key}` === offer.explain);
			expect(topic && explanationOf(topic, explain), offer.explain).toBeDefined();
		}
	});
});

it('has Python programs that compile', () => {
	const programs = lessons.flatMap(([name, { steps }]) =>
		steps.flatMap(({ id, program }) =>
			program?.language === 'python' ? [[`${name}, ${id}`, filled(program.code, AT)]] : [],
		),
	);
	const compiles = 'import json, sys\nfor name, code in json.load(sys.stdin): compile(code, name, "exec")';
	const { status, stderr } = spawnSync('python3', ['-c', compiles], { input: JSON.stringify(programs) });
	expect([stderr.toString(), status]).toEqual(['', 0]);
});
