import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sectionsOf } from './sections.ts';

const DOCS = join(import.meta.dirname, '../../../docs');
const CODE = /^(?:```[\s\S]*?^```|(?: {4}.*\n)+)/gm;

const read = (name: string) => readFileSync(join(DOCS, name), 'utf8');
const prose = (text: string) => text.replace(CODE, '');

const levels = (text: string) => sectionsOf(text).map(({ level }) => level);

/** The blocks of code, fenced and indented, without their comments, which are translated. */
const code = (text: string) => (text.match(CODE) ?? []).map((block) => block.replace(/\s*(?:#|\/\/) .*$/gm, ''));

/** How many rows each table has, its head included. */
const tables = (text: string) =>
	(prose(text).match(/(?:^\|.*\n)+/gm) ?? []).map((table) => table.trimEnd().split('\n').length);

/** Where links and pictures lead, without the language of a picture. Their order within a sentence differs. */
const targets = (text: string) =>
	[...prose(text).matchAll(/\]\(([^)]*)\)/g)]
		.map(([, target = '']) => target.replace(/^pictures\/[^/]+/, 'pictures'))
		.sort();

const original = read('guide.md');

test('the guide has what its translations are compared by', () => {
	for (const partsOf of [levels, code, tables, targets]) expect(partsOf(original).length).toBeGreaterThan(5);
});

describe.each(readdirSync(DOCS).filter((name) => /^guide\.[a-z-]+\.md$/.test(name)))('%s', (name) => {
	const translation = read(name);

	test.each([
		['levels of headings', levels],
		['code', code],
		['tables', tables],
		['targets of links', targets],
	])('has the %s of the English guide', (_, of: (text: string) => readonly (string | number)[]) => {
		expect(of(translation)).toEqual(of(original));
	});
});
