import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBytes } from '../payload/index.ts';
import { STREAM_FORMS } from './forms.ts';
import { lineBreaker, lookAhead } from './line-breaks.ts';

const bytes = fc.oneof(
	fc.uint8Array({ maxLength: 300 }),
	fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => new TextEncoder().encode(text.toWellFormed())),
	fc
		.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\r', '\0', '\\'), maxLength: 200 })
		.map((text) => new TextEncoder().encode(text)),
);

function lines(all: Uint8Array, form: (typeof STREAM_FORMS)[number], width: number): Uint8Array[] {
	const breakLine = lineBreaker(form, width);
	const result: Uint8Array[] = [];
	for (let at = 0; at < all.length; ) {
		const end = breakLine(all, at);
		result.push(all.subarray(at, end));
		at = end;
	}
	return result;
}

test('concatenated lines are the bytes, none is empty, and none looks further ahead than documented', () => {
	fc.assert(
		fc.property(bytes, fc.constantFrom(...STREAM_FORMS), fc.integer({ min: 4, max: 60 }), (all, form, width) => {
			const parts = lines(all, form, width);
			expect(Buffer.concat(parts).equals(all)).toBe(true);
			expect(parts.every((part) => part.length > 0)).toBe(true);
			const breakLine = lineBreaker(form, width);
			let at = 0;
			for (const part of parts) {
				expect(breakLine(all.subarray(0, at + lookAhead(width)), at)).toBe(at + part.length);
				at += part.length;
			}
		}),
	);
});

test('a line of text ends at each line ending and at the width, without splitting a character', () => {
	const text = (written: string, width: number) =>
		lines(new TextEncoder().encode(written), 'text', width).map((line) => formatBytes(line, 'text'));
	expect(text('one\r\ntwo\n\nthree', 8)).toEqual(['one\r\n', 'two\n', '\n', 'three']);
	expect(text('abcdefgh\r\nij', 8)).toEqual(['abcdefgh\r\n', 'ij']);
	expect(text('abcdefghij', 8)).toEqual(['abcdefgh', 'ij']);
	expect(text('漢字漢字漢', 8)).toEqual(['漢字漢字', '漢']);
	expect(text('ab\0\x01c', 8)).toEqual(['ab\0\x01', 'c']);
});

test('escaped text ignores line breaks, and each line is at most as wide as its written form', () => {
	fc.assert(
		fc.property(bytes, fc.integer({ min: 12, max: 60 }), (all, width) => {
			for (const line of lines(all, 'escaped', width)) {
				expect([...formatBytes(line, 'escaped')].length).toBeLessThanOrEqual(width);
			}
		}),
	);
	expect(lines(new TextEncoder().encode('a\nb\nc'), 'escaped', 20)).toHaveLength(1);
});
