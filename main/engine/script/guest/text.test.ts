import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHARSETS } from '../../../../common/payload/schema.ts';
import { unicodeText } from '../../../../common/unicode-text.fixture.ts';
import { textInCharset } from '../text-in-charset.ts';
import { makeText } from './text.ts';

const { encode, decode, hex, concat } = makeText((encodes, label, bytes) => {
	const converted = textInCharset(
		encodes === 1,
		label,
		bytes === undefined ? new Uint8Array(0) : new Uint8Array(bytes),
	);
	return converted.length === 0 ? undefined : new Uint8Array(converted).buffer;
});

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

test('text is encoded and decoded in every charset, by any label', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...CHARSETS),
			fc.string({ unit: fc.constantFrom('a', '7', ' ', '~x') }),
			(charset, text) => {
				fc.pre(charset !== 'shift_jis' || !text.includes('~'));
				expect(decode(encode(text, charset), charset)).toBe(text);
			},
		),
	);
	expect(hex(encode('服务器', 'gbk'))).toBe('b7fecef1c6f7');
	expect(encode('服务器', 'GB2312')).toEqual(encode('服务器', 'gbk'));
	expect(decode(encode('伺服器', 'big5'), 'cn-big5')).toBe('伺服器');
	expect(decode(Uint8Array.of(0x83, 0x65, 0xff), 'sjis')).toBe('テ\ufffd');
	expect(encode('', 'gbk')).toEqual(new Uint8Array());
	expect(() => encode('a😀', 'gbk')).toThrow(/^Character 2: /);
	expect(() => decode([65], 'gbkk')).toThrow('There is no charset “gbkk”. Did you mean gbk');
});
