import { expect, test } from 'vitest';
import { decodeAs, type Field } from '../../decode/index.ts';
import { json } from '../../decode/json/index.ts';
import { pathAt } from './path.ts';
import { SeenNames } from './seen-names.ts';

function seen(...documents: readonly unknown[]): SeenNames {
	const names = new SeenNames();
	for (const document of documents) {
		const bytes = new TextEncoder().encode(JSON.stringify(document));
		names.add(decodeAs(json, bytes, { transport: 'stream' }));
	}
	return names;
}

test('names of most messages are first; elements of an array are one', () => {
	const names = seen({ id: 1, items: [{ id: 1 }, { id: 2, tag: 'x' }] }, { id: 2, on: true }, { id: null, on: false });
	expect(names.list()).toEqual([
		{ name: 'json.id', type: 'number' },
		{ name: 'json.on', type: 'truth' },
		{ name: 'json.items', type: 'textual' },
		{ name: 'json.items.0', type: 'textual' },
		{ name: 'json.items.0.id', type: 'number' },
		{ name: 'json.items.0.tag', type: 'textual' },
	]);
});

test('a name is written so that a filter reads the same', () => {
	const names = seen({ 'a b': { 'x.y': 1 }, '': 2, 'say "hi"': 3 })
		.list()
		.map(({ name }) => name);
	expect(names).toEqual(['json."a b"', 'json."a b"."x.y"', 'json.""', 'json."say \\"hi\\""']);
	for (const name of names) expect(pathAt(name, 0)?.end).toBe(name.length);
});

test('a number is the type of a field that also was null', () => {
	expect(seen({ a: null }, { a: 3 }).list()).toEqual([{ name: 'json.a', type: 'number' }]);
});

test('fields with numbers for names are elements only in the order of an array', () => {
	const names = seen({ '0': 2, '1': 3, '404': 1 }).list();
	expect(names.map(({ name }) => name)).toEqual(['json.0', 'json.404']);
});

test('keys that are data do not fill the list', () => {
	const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`key${i}`, { [`in${i}`]: i }]));
	const names = seen({ many, after: 1 }).list();
	expect(names.length).toBeLessThan(500);
	expect(names).toContainEqual({ name: 'json.after', type: 'number' });
	const ids = Array.from({ length: 1000 }, (_, i) => ({ [`id${i}`]: i, kind: i }));
	const later = seen(...ids, { later: 1 }).list();
	expect(later.length).toBeLessThanOrEqual(200);
	expect(later.at(0)).toEqual({ name: 'json.kind', type: 'number' });
	expect(later).toContainEqual({ name: 'json.later', type: 'number' });
});

test('names begin again at the unit of another protocol', () => {
	const inner: Field = {
		name: 'json',
		protocol: 'json',
		start: 0,
		end: 1,
		children: [{ name: 'a', value: 1, start: 0, end: 1 }],
	};
	const names = new SeenNames();
	names.add([
		{
			name: 'http',
			protocol: 'http',
			start: 0,
			end: 1,
			children: [{ name: 'body', start: 0, end: 1, children: [inner] }],
		},
		{ name: 'rest', start: 1, end: 2 },
	]);
	expect(names.list().map(({ name }) => name)).toEqual(['http.body', 'json.a']);
});
