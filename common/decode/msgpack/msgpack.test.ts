import { decode, decodeMulti, ExtData, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeAs } from '../core/decode.ts';
import type { Field } from '../index.ts';
import { pathsOf } from '../testing/fields.fixture.ts';
import { sample, sampleNamed } from '../testing/samples.fixture.ts';
import { msgpack } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

/** What a field stands for, as the peer has it. */
function saidBy({ value, meaning = '', children = [] }: Field): unknown {
	const items = children.map(saidBy);
	if (meaning.endsWith('nil')) return null;
	if (/^(fixmap|map)/.test(meaning)) return Object.fromEntries(children.map(({ name }, i) => [name, items[i]]));
	if (/array/.test(meaning)) return items;
	if (/^(fixext|ext)/.test(meaning)) {
		const [type, data] = items;
		if (typeof type === 'number' && data instanceof Uint8Array) return new ExtData(type, data);
	}
	if (meaning.startsWith('timestamp') && typeof value === 'string') return new Date(value);
	return value;
}

const decoded = (bytes: Uint8Array) => {
	const units = decodeAs(msgpack, bytes, { transport: 'stream' });
	return units.map((unit) => (unit.children?.[0]?.name === 'value' ? saidBy(unit.children[0]) : saidBy(unit)));
};

test('values are those that @msgpack/msgpack decodes', () => {
	for (const { name, bytes } of SAMPLES) {
		if (name === 'keys of every kind') continue;
		const theirs = [...decodeMulti(bytes, { useBigInt64: true })];
		expect(decoded(bytes), name).toEqual(theirs);
	}
});

test('any value that @msgpack/msgpack encodes is decoded as it was', () => {
	const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
		tree: fc.oneof(
			{ maxDepth: 4 },
			fc.constant(null),
			fc.boolean(),
			fc.integer(),
			fc.double({ noNaN: true }).filter((value) => !Number.isInteger(value)),
			fc.string({ unit: 'grapheme', maxLength: 40 }),
			fc.uint8Array({ maxLength: 40 }),
			fc.array(tie('tree'), { maxLength: 20 }),
			fc.dictionary(fc.stringMatching(/^[a-z]{1,40}$/), tie('tree'), { maxKeys: 20 }),
		),
	}));
	fc.assert(
		fc.property(tree, (value) => {
			expect(decoded(encode(value))).toEqual([value]);
		}),
	);
});

test('ranges are those of the items of the peer', () => {
	for (const { name, bytes } of SAMPLES.filter((each) => each.name !== 'keys of every kind'))
		for (const unit of decodeAs(msgpack, bytes, { transport: 'stream' })) {
			const all = (fields: readonly Field[]): Field[] =>
				fields.flatMap((field) => [field, ...(/ext/.test(field.meaning ?? '') ? [] : all(field.children ?? []))]);
			for (const field of all([unit]).filter(({ meaning }) => meaning !== undefined))
				expect(() => decode(bytes.subarray(field.start, field.end)), `${name}: ${field.name}`).not.toThrow();
		}
});

test('keys that are no texts are names too, or a field of a pair', () => {
	expect(pathsOf(msgpack, sampleNamed(SAMPLES, 'keys of every kind')).map(({ path }) => path)).toEqual([
		'msgpack',
		'msgpack.a',
		'msgpack.5',
		'msgpack.true',
		'msgpack.0a',
		'msgpack.pair',
		'msgpack.pair.key',
		'msgpack.pair.key.0',
		'msgpack.pair.value',
	]);
});

test('timestamps are dates, with nanoseconds', () => {
	const times = sampleNamed(SAMPLES, 'timestamps');
	expect(
		pathsOf(msgpack, times).flatMap(({ meaning = '', value }) => (meaning.startsWith('timestamp,') ? [value] : [])),
	).toEqual(['2020-07-04T04:05:20Z', '2020-07-04T04:05:20.5Z', '1969-12-31T23:59:59.001Z', '2020-07-04T04:05:20.999Z']);
});

test('nanoseconds are all there', () => {
	const time = sample('a timestamp', '91 d7ff 00000004 5f000000', { transport: 'stream' });
	expect(pathsOf(msgpack, time)[1]).toMatchObject({ value: '2020-07-04T04:05:20.000000001Z' });
});

test('the byte that is never used ends the unit', () => {
	const [unit] = pathsOf(msgpack, sample('never used', '92 01 c1', { transport: 'stream' }));
	expect(unit?.note).toEqual({ code: 'unexpected', expected: 'no 0xc1' });
});
