import { expect, test } from 'vitest';
import { decodeAs } from './decode.ts';
import type { Field } from './field.ts';
import type { Reader } from './reader.ts';

/** The fields of four bytes, of which `decode` reads a unit. */
const fieldsOf = (decode: (reader: Reader) => void): readonly Field[] =>
	decodeAs({ id: 'test', title: '', ports: {}, recognise: () => 0, decode }, new Uint8Array(4), {
		transport: 'stream',
	});

const ODD = { code: 'unexpected', expected: 'odd' } as const;

test('a group that ends early has the reason as its note', () => {
	const [unit] = fieldsOf((reader) => reader.group('part', () => void reader.data('data', 6)));
	expect(unit).not.toHaveProperty('note');
	expect(unit?.children).toMatchObject([{ name: 'part', note: { code: 'short', missing: 2 } }]);
});

test('a note given first stays when the group ends early; the group around it has the reason', () => {
	const [unit] = fieldsOf((reader) =>
		reader.group('part', () => {
			reader.note(ODD);
			reader.data('data', 6);
		}),
	);
	expect(unit).toMatchObject({ note: { code: 'short', missing: 2 }, children: [{ name: 'part', note: ODD }] });
});

test('a note given first stays at a unit that ends early', () => {
	const [unit] = fieldsOf((reader) => {
		reader.note(ODD);
		reader.data('data', 6);
	});
	expect(unit).toMatchObject({ note: ODD });
});
