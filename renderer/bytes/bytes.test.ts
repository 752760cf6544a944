import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWritten } from '../../common/payload/index.ts';
import { COPY_FORMATS, copyText } from './copy.ts';
import { withoutCut } from './cut.ts';
import { hexByte, offsetText } from './hex.ts';
import { byteValues } from './values.ts';
import { visibleString, visibleText } from './visible-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const joined = (value: Uint8Array, options = {}) =>
	visibleText(value, options)
		.map((piece) => piece.text)
		.join('');

describe('a preview cut inside a character', () => {
	it('loses the start of that character and nothing else', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
				const whole = utf8(text);
				const cut = whole.subarray(0, at % (whole.length + 1));
				const kept = withoutCut(cut);
				expect(cut.length - kept.length).toBeLessThan(4);
				expect(text.startsWith(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(kept))).toBe(true);
			}),
		);
	});

	it.each([
		['a lead byte alone', [0x41, 0xe2], 1],
		['two of three', [0x41, 0xe2, 0x82], 1],
		['a whole one', [0x41, 0xe2, 0x82, 0xac], 4],
		['bytes that never were text', [0xff, 0xff], 2],
		['continuations without a lead', [0x80, 0x80, 0x80, 0x80], 4],
		['nothing', [], 0],
	])('%s', (_name, value, kept) => {
		expect(withoutCut(Uint8Array.from(value))).toHaveLength(kept);
	});
});

describe('visible text', () => {
	it('shows control characters as signs and invalid bytes by value', () => {
		expect(visibleText(utf8('GET /\r\n\tx\0'))).toEqual([
			{ kind: 'text', text: 'GET /' },
			{ kind: 'control', text: '\\r\\n\\t' },
			{ kind: 'text', text: 'x' },
			{ kind: 'control', text: '\\0' },
		]);
		expect(visibleText(bytes(0x41, 0xff, 0xfe))).toEqual([
			{ kind: 'text', text: 'A' },
			{ kind: 'invalid', text: '\\xff\\xfe' },
		]);
	});

	it('hides nothing: right-to-left overrides, zero-width signs, C1 controls', () => {
		expect(joined(utf8('a\u202eb\u200bc\u0085'))).toBe('a\\u{202e}b\\u{200b}c\\u{85}');
		expect(visibleString('peer said \u202egnp.exe')).toBe('peer said \\u{202e}gnp.exe');
	});

	it('leaves out a character cut at the end of a preview, and only there', () => {
		const cut = utf8('né').subarray(0, 2);
		expect(joined(cut, { partial: true })).toBe('n');
		expect(joined(cut)).toBe('n\\xc3');
	});

	it('breaks lines after the sign on request', () => {
		expect(joined(utf8('a\nb'), { lines: true })).toBe('a\\n\nb');
	});
});

describe('copies', () => {
	it('writes the five formats', () => {
		const value = bytes(0x68, 0x69, 0x0d, 0x0a, 0x00, 0xff);
		expect(copyText(value, 'hex')).toBe('68 69 0d 0a 00 ff');
		expect(copyText(value, 'text')).toBe('hi\r\n\0\ufffd');
		expect(copyText(value, 'c')).toBe('unsigned char data[6] = {\n\t0x68, 0x69, 0x0d, 0x0a, 0x00, 0xff,\n};\n');
		expect(copyText(value, 'base64')).toBe('aGkNCgD/');
		expect(copyText(value, 'escaped')).toBe('hi\\r\\n\\0\\xff');
	});

	it('parses hex, base64 and escaped text back to the same bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (value) => {
				const plain = [...value];
				expect([...Buffer.from(copyText(value, 'hex').replaceAll(' ', ''), 'hex')]).toEqual(plain);
				expect([...Buffer.from(copyText(value, 'base64'), 'base64')]).toEqual(plain);
				expect(encodeWritten({ format: 'escaped', text: copyText(value, 'escaped') })).toEqual({
					ok: true,
					bytes: value,
				});
			}),
		);
	});

	it('never throws on large input', () => {
		const large = new Uint8Array(300_000).fill(0xe9);
		for (const format of COPY_FORMATS) expect(copyText(large, format).length).toBeGreaterThan(299_999);
	});
});

describe('values', () => {
	const named = (value: Uint8Array) => Object.fromEntries(byteValues(value).map((v) => [v.label, v.value]));

	it('reads numbers in both byte orders', () => {
		expect(named(bytes(0x54, 0x53))).toEqual({ u8: '84', i8: '84', 'u16 LE': '21332', 'u16 BE': '21587' });
		expect(named(bytes(0xff, 0xff, 0xff, 0xff))).toMatchObject({ i8: '-1', 'u32 LE': '4294967295', 'f32 BE': 'NaN' });
	});

	it('agrees with Node for eight bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (value) => {
				const buffer = Buffer.from(value);
				expect(named(value)).toMatchObject({
					'u32 BE': String(buffer.readUInt32BE()),
					'u64 LE': String(buffer.readBigUInt64LE()),
					'u64 BE': String(buffer.readBigUInt64BE()),
				});
			}),
		);
	});

	it('respects a view with an offset into its buffer', () => {
		expect(named(bytes(1, 2, 3).subarray(1))).toMatchObject({ u8: '2', 'u16 BE': '515' });
	});
});

describe('offsets', () => {
	it('gives every offset of one view the same width', () => {
		expect(offsetText(6, 16)).toBe('0006');
		expect(offsetText(6, 0x10001)).toBe('00006');
		expect([0, 10, 255].map(hexByte)).toEqual(['00', '0a', 'ff']);
	});
});
