import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unicodeText } from '../unicode-text.fixture.ts';
import { encodeWritten, formatBytes, toHex } from './index.ts';
import { type LineEnding, PAYLOAD_FORMATS, type PayloadFormat } from './schema.ts';

function hexOf(format: PayloadFormat, text: string, ending?: LineEnding): string {
	const result = encodeWritten({ format, text }, ending);
	if (!result.ok) throw new Error(`at ${result.position}: ${result.message}`);
	return toHex(result.bytes);
}

function positionOf(format: PayloadFormat, text: string): number {
	const result = encodeWritten({ format, text });
	if (result.ok) throw new Error(`accepted as ${toHex(result.bytes)}`);
	expect(result.message).toMatch(/\.$/);
	return result.position;
}

describe('text', () => {
	test('is sent as UTF-8', () => {
		expect(hexOf('text', 'aé中😀')).toBe('61c3a9e4b8adf09f9880');
		expect(hexOf('text', '\\n')).toBe('5c6e');
	});

	test('agrees with TextEncoder', () => {
		fc.assert(
			fc.property(unicodeText(), (text) => {
				expect(hexOf('text', text)).toBe(toHex(new TextEncoder().encode(text)));
			}),
		);
	});

	test('refuses half of a surrogate pair at its place', () => {
		expect(positionOf('text', 'ab\ud83d')).toBe(2);
		expect(positionOf('text', '😀\ude00')).toBe(2);
		expect(positionOf('escaped', 'a\ud83dx')).toBe(1);
	});
});

describe('hex', () => {
	test.each([
		['', ''],
		['41', '41'],
		['0x41', '41'],
		['0x41 0x42', '4142'],
		['0X4142', '4142'],
		['41,42:43\n44\t45', '4142434445'],
		['0x41,0x42', '4142'],
		['410x42', '4142'],
		['aB Cd', 'abcd'],
	])('%j is %s', (text, hex) => {
		expect(hexOf('hex', text)).toBe(hex);
	});

	test.each([
		['4', 0],
		['41 4', 3],
		['4 1', 0],
		['414', 2],
		['41 4g', 4],
		['g1', 0],
		['41+42', 2],
		['0x', 0],
		['41 0x 42', 3],
		['4é', 1],
	])('%j fails at %i', (text, position) => {
		expect(positionOf('hex', text)).toBe(position);
	});
});

describe('escaped', () => {
	test.each([
		['\\n\\r\\t\\0\\a\\b\\f\\v\\e\\\\\\"\\\'', '0a0d090007080c0b1b5c2227'],
		['a\\x00\\xFFb', '6100ff62'],
		['\\u00e9\\u{e9}', 'c3a9c3a9'],
		['\\u{1F600}', 'f09f9880'],
		['\\uD83D\\uDE00', 'f09f9880'],
		['中', 'e4b8ad'],
		['\\01', '0031'],
	])('%s is %s', (text, hex) => {
		expect(hexOf('escaped', text)).toBe(hex);
	});

	test.each([
		['ab\\', 2],
		['a\\q', 1],
		['\\x4', 0],
		['\\xg0', 0],
		['a\\u12', 1],
		['\\u{}', 0],
		['\\u{110000}', 0],
		['\\u{1234567}', 0],
		['\\u{d800}', 0],
		['x\\uD83D', 1],
		['\\uD83D\\u0041', 0],
		['\\uDE00', 0],
	])('%s fails at %i', (text, position) => {
		expect(positionOf('escaped', text)).toBe(position);
	});
});

test('a line ending is appended once, whatever the format', () => {
	expect(hexOf('text', 'a\nb', 'crlf')).toBe('610a620d0a');
	expect(hexOf('hex', '61', 'lf')).toBe('610a');
	expect(hexOf('escaped', 'a', 'cr')).toBe('610d');
	expect(hexOf('text', '', 'none')).toBe('');
});

describe('decoding', () => {
	const anyBytes = fc.oneof(
		fc.uint8Array({ maxLength: 64 }),
		unicodeText().map((text) => new TextEncoder().encode(text)),
	);

	test.each(['hex', 'escaped'] as const)('%s gives any bytes back', (format) => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(hexOf(format, formatBytes(bytes, format))).toBe(toHex(bytes));
			}),
			{ numRuns: 500 },
		);
	});

	test('text gives UTF-8 back', () => {
		fc.assert(
			fc.property(unicodeText(), (text) => {
				expect(formatBytes(new TextEncoder().encode(text), 'text')).toBe(text);
			}),
		);
	});

	test('text marks what is not UTF-8, byte by byte', () => {
		expect(formatBytes(new Uint8Array([0x61, 0xff, 0xc3, 0x62, 0xed, 0xa0, 0x80]), 'text')).toBe(
			'a\ufffd\ufffdb\ufffd\ufffd\ufffd',
		);
	});

	test('escaped text hides nothing', () => {
		fc.assert(
			fc.property(anyBytes, (bytes) => {
				expect(formatBytes(bytes, 'escaped')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
			}),
		);
	});
});

test('any written text is either bytes or a fault inside the text', () => {
	fc.assert(
		fc.property(fc.constantFrom(...PAYLOAD_FORMATS), unicodeText(), (format, text) => {
			const result = encodeWritten({ format, text });
			if (!result.ok) {
				expect(result.position).toBeGreaterThanOrEqual(0);
				expect(result.position).toBeLessThan(text.length);
			}
		}),
	);
});
