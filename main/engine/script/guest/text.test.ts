import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeText } from '../../../../common/unicode-text.fixture.ts';
import { makeText } from './text.ts';

const { encode, decode, hex, concat } = makeText();

test('text is encoded as by the platform', () => {
	fc.assert(
		fc.property(unicodeText(), (text) => {
			expect(encode(text)).toEqual(new Uint8Array(Buffer.from(text)));
			expect(decode(encode(text))).toBe(text);
		}),
	);
	expect(encode('\ud800x')).toEqual(new TextEncoder().encode('\ud800x'));
});

test('any bytes are decoded as by the platform', () => {
	const likely = fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x9f, 0xa0, 0x90, 0x8f);
	const bytes = fc.oneof(
		fc.uint8Array(),
		fc.array(likely).map((list) => Uint8Array.from(list)),
	);
	fc.assert(
		fc.property(bytes, (data) => {
			expect(decode(data)).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(data));
			expect(decode(data, 'latin1')).toBe(Buffer.from(data).toString('latin1'));
			expect(hex(data)).toBe(Buffer.from(data).toString('hex'));
			expect(encode(hex(data, ' '), 'hex')).toEqual(data);
			expect(encode(decode(data, 'latin1'), 'latin1')).toEqual(data);
		}),
		{ numRuns: 500 },
	);
});

test('parts are concatenated, and a non-bytes value is refused', () => {
	expect(concat('a', [1, 2], new Uint8Array([9, 3, 9]).subarray(1, 2), new Uint8Array([4]).buffer)).toEqual(
		new Uint8Array([97, 1, 2, 3, 4]),
	);
	expect(() => encode('abc', 'hex')).toThrow('Hex is pairs');
	// @ts-expect-error a script may pass anything
	expect(() => concat(5)).toThrow('Bytes are a text');
});
