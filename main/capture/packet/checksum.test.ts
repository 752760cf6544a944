import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finishChecksum, fold, sumBytes, sumManyWords, sumWords, swap16, swap32 } from './checksum.ts';

test('the example of RFC 1071 has the documented sum and checksum', () => {
	const bytes = Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7);
	expect(swap16(fold(sumBytes(bytes)))).toBe(0xddf2);
	expect(swap16(finishChecksum(sumBytes(bytes)))).toBe(0x220d);
});

test('words and bytes have the same sum, in any portions', () => {
	const words = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff }), fc.constant(0xffff_ffff)), {
		maxLength: 300,
	});
	fc.assert(
		fc.property(words, fc.nat(), (values, at) => {
			const array = Uint32Array.from(values);
			const cut = at % (array.length + 1);
			const expected = fold(sumBytes(new Uint8Array(array.buffer)));
			const parts = sumWords(array, 0, cut) + sumManyWords(array, cut, array.length - cut);
			expect(fold(parts)).toBe(expected);
		}),
	);
});

test('a whole packet of ones does not overflow', () => {
	const array = new Uint32Array(16_384).fill(0xffff_ffff);
	expect(fold(sumWords(array, 0, array.length))).toBe(0xffff);
	expect(fold(sumManyWords(array, 0, array.length))).toBe(0xffff);
});

test('swaps are their own inverse', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (value) => {
			expect(swap32(swap32(value)) >>> 0).toBe(value);
			expect(swap16(swap16(value & 0xffff))).toBe(value & 0xffff);
		}),
	);
	expect(swap32(0x01020304)).toBe(0x04030201);
});
