import { expect, test } from 'vitest';
import { toHex } from '../../payload/index.ts';
import { type PathField, pathsOf } from '../testing/fields.fixture.ts';
import { sample, sampleNamed } from '../testing/samples.fixture.ts';
import { tsharkMissing, wiresharkFields } from '../testing/tshark.fixture.ts';
import { protobuf } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

test.skipIf(tsharkMissing !== undefined)('numbers, values and their ends are those of Wireshark', () => {
	const samples = SAMPLES.filter(({ name }) => !name.includes('group') && !name.includes('lengths'));
	const theirs = wiresharkFields(
		samples.map((each) => ({ ...each, context: { transport: 'datagram', ports: [9999] } as const })),
		'-o',
		'uat:protobuf_udp_message_types:"9999",""',
	);
	for (const [i, each] of samples.entries()) {
		const fields = theirs[i] ?? [];
		const of = (name: string) => fields.filter((field) => field.name === name);
		// Without a schema, Wireshark reads no messages in others.
		const ours = pathsOf(protobuf, each).filter(({ path }) => /^protobuf\.\d+$/.test(path));
		expect(
			ours.map(({ path }) => path.slice(9)),
			each.name,
		).toEqual(of('protobuf.field.number').map(({ show }) => show));
		expect(
			ours.map(({ start }) => start),
			each.name,
		).toEqual(of('protobuf.field.number').map(({ start }) => start));
		const ends = of('protobuf.field.value').map(({ end }) => end);
		expect(
			ours.map(({ end }) => end),
			each.name,
		).toEqual(ends);
		for (const [j, { value }] of of('protobuf.field.value').entries()) {
			const mine = ours[j];
			if (mine === undefined) throw new Error('no field');
			expect(toHex(each.bytes.subarray(mine.start, mine.end)).endsWith(value), each.name).toBe(true);
		}
	}
});

const fieldsOf = (hex: string): PathField[] => pathsOf(protobuf, sample('one', hex, STREAM));

test.each([
	['08 9601', 150, 'varint, or sint 75'],
	['08 01', 1, 'varint, or bool true, or sint -1'],
	['08 00', 0, 'varint, or bool false'],
	['08 feffffffffffffffff01', -2, 'varint, or uint64 18446744073709551614, or sint 9223372036854775807'],
	['09 000000000000f83f', 1.5, 'I64, double, or fixed64 4609434218613702656'],
	['09 0100000000000000', 1, 'I64, fixed64, or double 5e-324'],
	['0d 0000c03f', 1.5, 'I32, float, or fixed32 1069547520'],
	['0d ffffffff', 4294967295, 'I32, fixed32, or sfixed32 -1, or float NaN'],
	['12 07 74657374696e67', 'testing', 'LEN, text, or bytes'],
	['12 02 2801', undefined, 'LEN, message, or bytes, or packed 40 1'],
	['12 02 2820', '( ', 'LEN, text, or bytes, or a message of 1 field'],
	['12 00', '', 'LEN, empty'],
	['0a 02 0a00', undefined, 'LEN, message, or bytes, or packed 10 0'],
	['32 06 038e029ea705', Uint8Array.of(3, 0x8e, 2, 0x9e, 0xa7, 5), 'LEN, bytes, or packed 3 270 86942'],
])('%s is %s: %s', (hex, value, meaning) => {
	expect(fieldsOf(hex)[1]?.value).toEqual(value);
	expect(fieldsOf(hex)[1]?.meaning).toBe(meaning);
});

test('groups have their fields, and messages behind their lengths are units', () => {
	expect(fieldsOf('08 05 13 0a 02 6869 10 07 14 1a 02 6f6b').map(({ path, value }) => [path, value])).toEqual([
		['protobuf', undefined],
		['protobuf.1', 5],
		['protobuf.2', undefined],
		['protobuf.2.1', 'hi'],
		['protobuf.2.2', 7],
		['protobuf.3', 'ok'],
	]);
	const paths = pathsOf(protobuf, sampleNamed(SAMPLES, 'two behind their lengths')).map(({ path }) => path);
	expect(paths.filter((path) => path === 'protobuf')).toHaveLength(2);
	expect(paths.filter((path) => path === 'protobuf.length')).toHaveLength(2);
});

test.each([
	['00 01', 'unexpected'],
	['0f 01', 'unexpected'],
	['14', 'unexpected'],
	['08 ffffffffffffffffffff01', 'unexpected'],
	['0a 05 6162', 'short'],
	['0d 0000', 'short'],
	['0b 08 01', 'short'],
])('%s is %s', (hex, code) => {
	expect(fieldsOf(hex).find(({ note }) => note !== undefined)?.note?.code).toBe(code);
});
