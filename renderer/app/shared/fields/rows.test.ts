import { expect, test } from 'vitest';
import type { Field } from '../../../../common/decode/index.ts';
import { fieldAt, fieldOf, idsAround, shownRows, stepOf } from './rows.ts';

const FIELDS: readonly Field[] = [
	{
		name: 'unit',
		start: 0,
		end: 8,
		children: [
			{ name: 'id', value: 1, start: 0, end: 2 },
			{
				name: 'flags',
				start: 2,
				end: 4,
				children: [
					{ name: 'a', value: 1, start: 2, end: 4 },
					{ name: 'b', value: 0, start: 2, end: 4 },
				],
			},
			{ name: 'empty', value: '', start: 4, end: 4 },
		],
	},
	{ name: 'rest', start: 8, end: 10 },
];
const NONE = new Map<string, boolean>();

test('units are open at first, what is in them is closed', () => {
	const shown = (changed: ReadonlyMap<string, boolean>) =>
		shownRows(FIELDS, changed).map(({ id, level, isOpen }) => [id, level, isOpen]);
	expect(shown(NONE)).toEqual([
		['0', 1, true],
		['0.0', 2, undefined],
		['0.1', 2, false],
		['0.2', 2, undefined],
		['1', 1, undefined],
	]);
	expect(shown(new Map([['0', false]]))).toEqual([
		['0', 1, false],
		['1', 1, undefined],
	]);
	expect(shown(new Map([['0.1', true]])).map(([id]) => id)).toContain('0.1.1');
});

test.each([
	[0, 1, '0.0'],
	[0, 3, '0'],
	[2, 3, '0.1.0'],
	[9, 10, '1'],
	[7, 9, undefined],
] as const)('bytes %i to %i are those of %s', (from, end, id) => {
	expect(fieldAt(FIELDS, from, end)).toBe(id);
});

test('a field with something wrong in it is open at first', () => {
	const wrong: Field = { name: 'c', start: 2, end: 4, note: { code: 'short', missing: 1 } };
	const flags: Field = { name: 'flags', start: 2, end: 4, children: [wrong] };
	const rows = shownRows([{ name: 'unit', start: 0, end: 8, children: [flags] }], NONE);
	expect(rows.map(({ id }) => id)).toEqual(['0', '0.0', '0.0.0']);
});

test('a field is found by its id, with those around it', () => {
	expect(fieldOf(FIELDS, '0.1.1')?.name).toBe('b');
	expect(fieldOf(FIELDS, '0.9')).toBeUndefined();
	expect(idsAround('0.1.1')).toEqual(['0', '0.1']);
	expect(idsAround('0')).toEqual([]);
});

test('keys go through the rows as in a tree', () => {
	const rows = shownRows(FIELDS, NONE);
	const step = (key: string, current: string | undefined) => stepOf(key, rows, current, 2);
	expect(step('ArrowDown', undefined)).toEqual({ go: '0' });
	expect(step('ArrowUp', '0')).toEqual({ go: '0' });
	expect(step('ArrowDown', '1')).toEqual({ go: '1' });
	expect(step('ArrowRight', '0.1')).toEqual({ open: '0.1', isOpen: true });
	expect(step('ArrowRight', '0')).toEqual({ go: '0.0' });
	expect(step('ArrowRight', '0.0')).toBeUndefined();
	expect(step('ArrowLeft', '0.1')).toEqual({ go: '0' });
	expect(step('ArrowLeft', '0')).toEqual({ open: '0', isOpen: false });
	expect(step('PageDown', '0')).toEqual({ go: '0.1' });
	expect(step('End', '0')).toEqual({ go: '1' });
	expect(step('x', '0')).toBeUndefined();
});
