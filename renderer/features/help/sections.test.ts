import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PART_OF_DIALOG, partFor } from '../../app/state/window/help.ts';
import { chapterWith, sectionsOf, sectionsWith } from './sections.ts';

const guide = sectionsOf(readFileSync(join(import.meta.dirname, '../../../docs/guide.md'), 'utf8'));
const TEXT = '# Guide\n\nHello.\n\n## One, two\ntext\n```sh\n# no heading\n```\n### Part\nMore\n## Three\nend\n';

test('cuts a document at its headings, not at comments of code', () => {
	expect(sectionsOf(TEXT).map(({ id, level, body }) => [id, level, body])).toEqual([
		['guide', 1, 'Hello.'],
		['one-two', 2, 'text\n```sh\n# no heading\n```'],
		['part', 3, 'More'],
		['three', 2, 'end'],
	]);
});

test('a translation keeps the anchors of the original', () => {
	expect(sectionsOf('# 指南\n## 一\n', ['guide', 'one']).map(({ id }) => id)).toEqual(['guide', 'one']);
});

test.each([
	['part', ['one-two', 'part']],
	['one-two', ['one-two', 'part']],
	['three', ['three']],
	['guide', ['guide']],
])('the chapter of %s', (id, expected) => {
	expect(chapterWith(sectionsOf(TEXT), id).map((section) => section.id)).toEqual(expected);
});

test('finds sections by all words, in the title or in the text', () => {
	expect(sectionsWith(sectionsOf(TEXT), 'TEXT heading').map(({ id }) => id)).toEqual(['one-two']);
	expect(sectionsWith(sectionsOf(TEXT), '')).toHaveLength(4);
	expect(sectionsWith(sectionsOf(TEXT), 'absent')).toEqual([]);
});

test('every part that the window opens is in the guide', () => {
	const ids = guide.map(({ id }) => id);
	expect(new Set(ids).size).toBe(ids.length);
	for (const part of new Set([...Object.values(PART_OF_DIALOG), partFor(undefined, null)])) expect(ids).toContain(part);
});
