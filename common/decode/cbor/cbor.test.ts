import { expect, test } from 'vitest';
import { toHex } from '../../payload/index.ts';
import { decodeAs } from '../core/decode.ts';
import type { Field } from '../index.ts';
import { notesOf, pathsOf } from '../testing/fields.fixture.ts';
import { fromHex } from '../testing/hex.fixture.ts';
import { wiresharkFieldsInHttp } from '../testing/in-http.fixture.ts';
import { sample } from '../testing/samples.fixture.ts';
import { tsharkMissing } from '../testing/tshark.fixture.ts';
import { cbor } from './index.ts';
import { SAMPLES } from './samples.fixture.ts';

const STREAM = { transport: 'stream' } as const;

/** A field in the notation of RFC 8949, 8, as far as the examples of appendix A need it. */
function diagnostic({ value, meaning = '', children = [] }: Field): string {
	const tag = /tag (\d+)$/.exec(meaning)?.[1];
	const items = children.map(diagnostic);
	if (tag !== undefined) return `${tag}(${items[0]})`;
	const gap = meaning.endsWith('indefinite length') ? '_ ' : '';
	if (meaning.startsWith('array')) return `[${gap}${items.join(', ')}]`;
	if (meaning.startsWith('map')) return `{${gap}${children.map(({ name }, i) => `${name}: ${items[i]}`).join(', ')}}`;
	if (gap !== '' && children.length > 0) return `(_ ${items.join(', ')})`;
	if (meaning.startsWith('simple(')) return meaning;
	if (value instanceof Uint8Array) return `h'${toHex(value)}'`;
	if (meaning === 'text string' || meaning === '') return JSON.stringify(value);
	if (Object.is(value, -0)) return '-0';
	return String(value);
}

/** Examples of appendix A of RFC 8949: bytes, and what they are. */
const EXAMPLES: readonly (readonly [hex: string, text: string])[] = [
	['00', '0'],
	['17', '23'],
	['1818', '24'],
	['1864', '100'],
	['1903e8', '1000'],
	['1a000f4240', '1000000'],
	['1b000000e8d4a51000', '1000000000000'],
	['1bffffffffffffffff', '18446744073709551615'],
	['3bffffffffffffffff', '-18446744073709551616'],
	['20', '-1'],
	['29', '-10'],
	['3863', '-100'],
	['3903e7', '-1000'],
	['f90000', '0'],
	['f98000', '-0'],
	['f93c00', '1'],
	['fb3ff199999999999a', '1.1'],
	['f93e00', '1.5'],
	['f97bff', '65504'],
	['fa47c35000', '100000'],
	['fa7f7fffff', '3.4028234663852886e+38'],
	['fb7e37e43c8800759c', '1e+300'],
	['f90001', '5.960464477539063e-8'],
	['f90400', '0.00006103515625'],
	['f9c400', '-4'],
	['fbc010666666666666', '-4.1'],
	['f97c00', 'Infinity'],
	['f97e00', 'NaN'],
	['f9fc00', '-Infinity'],
	['fa7f800000', 'Infinity'],
	['fb7ff8000000000000', 'NaN'],
	['f4', 'false'],
	['f5', 'true'],
	['f6', 'null'],
	['f7', 'undefined'],
	['f0', 'simple(16)'],
	['f8ff', 'simple(255)'],
	['c074323031332d30332d32315432303a30343a30305a', '0("2013-03-21T20:04:00Z")'],
	['c11a514b67b0', '1(1363896240)'],
	['c1fb41d452d9ec200000', '1(1363896240.5)'],
	['d74401020304', "23(h'01020304')"],
	['d818456449455446', "24(h'6449455446')"],
	['d82076687474703a2f2f7777772e6578616d706c652e636f6d', '32("http://www.example.com")'],
	['c249010000000000000000', "2(h'010000000000000000')"],
	['40', "h''"],
	['4401020304', "h'01020304'"],
	['60', '""'],
	['6449455446', '"IETF"'],
	['62225c', '"\\"\\\\"'],
	['62c3bc', '"\u00fc"'],
	['63e6b0b4', '"\u6c34"'],
	['64f0908591', '"\ud800\udd51"'],
	['80', '[]'],
	['8301820203820405', '[1, [2, 3], [4, 5]]'],
	[
		'98190102030405060708090a0b0c0d0e0f101112131415161718181819',
		`[${Array.from({ length: 25 }, (_, i) => i + 1).join(', ')}]`,
	],
	['a0', '{}'],
	['a201020304', '{1: 2, 3: 4}'],
	['a26161016162820203', '{a: 1, b: [2, 3]}'],
	['826161a161626163', '["a", {b: "c"}]'],
	['5f42010243030405ff', "(_ h'0102', h'030405')"],
	['7f657374726561646d696e67ff', '(_ "strea", "ming")'],
	['9fff', '[_ ]'],
	['9f018202039f0405ffff', '[_ 1, [2, 3], [_ 4, 5]]'],
	['83018202039f0405ff', '[1, [2, 3], [_ 4, 5]]'],
	['bf61610161629f0203ffff', '{_ a: 1, b: [_ 2, 3]}'],
	['bf6346756ef563416d7421ff', '{_ Fun: true, Amt: -2}'],
];

test.each(EXAMPLES)('%s is %s', (hex, text) => {
	// In an array, since what an outermost item has is that of the unit.
	const [unit] = decodeAs(cbor, fromHex(`81${hex}`), STREAM);
	expect(unit?.note).toBeUndefined();
	expect(unit?.children?.map(diagnostic)).toEqual([text]);
});

test.skipIf(tsharkMissing !== undefined)('ranges of items are those of Wireshark', () => {
	// It decodes one item, and none that is encoded in another; pieces go on to the end of the item around them.
	const samples = SAMPLES.filter(({ name }) => name !== 'a sequence');
	const theirs = wiresharkFieldsInHttp(samples, 'application/cbor');
	for (const [i, each] of samples.entries()) {
		const items = (theirs[i] ?? []).filter(({ name }) => name.startsWith('cbor.item.') && !/major_type$/.test(name));
		const places = new Set(items.map(({ start, end }) => `${start}-${end}`));
		for (const { path, meaning = '', start, end } of pathsOf(cbor, each))
			if (!/\.(item|pair|key|piece)$/.test(path) && !/\.value$/.test(path) && !/string, indef/.test(meaning))
				expect(places, `${each.name}: ${path}`).toContain(`${start}-${end}`);
	}
});

test.each([
	['c11a514b67b0', '2013-03-21T20:04:00Z', 'time since 1970, tag 1'],
	['c1fb41d452d9ec200000', '2013-03-21T20:04:00.5Z', 'time since 1970, tag 1'],
	['c249010000000000000000', 18446744073709551616n, 'unsigned bignum, tag 2'],
	['c349010000000000000000', -18446744073709551617n, 'negative bignum, tag 3'],
	['c48221196ab3', '273.15', 'decimal fraction, tag 4'],
	['c4822120', '-0.01', 'decimal fraction, tag 4'],
	['c4820203', '300', 'decimal fraction, tag 4'],
	['c5822003', 1.5, 'bigfloat, tag 5'],
	['d81e820103', '1/3', 'rational number, tag 30'],
	['d82550f81d4fae7dec11d0a76500a0c91e6bf6', 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'UUID, tag 37'],
	['d83444c0000201', '192.0.2.1', 'IPv4, tag 52'],
	['d83482181843c00002', '192.0.2.0/24', 'IPv4, tag 52'],
	['d8365020010db8000000000000000000000001', '2001:db8::1', 'IPv6, tag 54'],
	['d86419464f', '2019-04-13', 'days since 1970, tag 100'],
	['da000186a001', 1, 'tag 100000'],
])('the tag of %s makes %s of it', (hex, value, meaning) => {
	expect(decodeAs(cbor, fromHex(hex), STREAM)[0]).toMatchObject({ value, meaning });
});

test('items in a byte string are decoded, with their places in the message', () => {
	const fields = pathsOf(cbor, sample('encoded', 'd8184 3 a1616b05'.replace(/ /g, ''), STREAM));
	expect(fields.map(({ path }) => path)).toContain('cbor.content.item');
	const broken = pathsOf(cbor, sample('a broken one', '82 d818 41 18 05', STREAM));
	expect(broken.find(({ path }) => path === 'cbor.0.content')?.note).toMatchObject({ code: 'short' });
	expect(broken.at(-1)).toMatchObject({ path: 'cbor.1', value: 5 });
});

test.each([
	['ff', 'a break that ends nothing'],
	['1c', 'additional information that is reserved'],
	['f818', 'a simple value in two bytes that has room in one'],
	['5f6161ff', 'a text in the pieces of a byte string'],
	['bf01ff', 'a key without a value'],
])('%s is %s', (hex) => {
	expect(notesOf(cbor, sample('wrong', hex, STREAM))[0]?.note.code).toBe('unexpected');
});
