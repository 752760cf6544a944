import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSearch } from './byte-search.ts';

/** Few distinct bytes, so that patterns overlap and occur. */
const fewBytes = (minLength: number, maxLength: number) =>
	fc.array(fc.constantFrom(0, 1), { minLength, maxLength }).map((values) => Uint8Array.from(values));

test('finds what indexOf finds, however the bytes are split', () => {
	fc.assert(
		fc.property(fewBytes(1, 6), fewBytes(0, 60), fc.nat(60), (pattern, bytes, cut) => {
			const expected = Buffer.from(bytes).indexOf(pattern);
			const search = new ByteSearch(pattern);
			const middle = Math.min(cut, bytes.length);
			const first = search.find(bytes.subarray(0, middle), 0);
			const end = first >= 0 ? first : search.find(bytes, middle);
			expect(end).toBe(expected < 0 ? -1 : expected + pattern.length);
		}),
		{ numRuns: 1000 },
	);
});

test('takes linear time on a pattern that almost matches everywhere', () => {
	const pattern = new Uint8Array(100_000);
	pattern[99_999] = 1;
	expect(new ByteSearch(pattern).find(new Uint8Array(2_000_000), 0)).toBe(-1);
});
