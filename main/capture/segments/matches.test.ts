import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Matches } from './matches.ts';

/** Growing positions in runs: some dense, some sparse, some far behind the ones before. */
const positions = fc
	.array(
		fc.record({
			gap: fc.oneof(fc.nat(3), fc.nat(100_000), fc.constant(65_536 * 3)),
			count: fc.oneof(fc.nat(40), fc.nat(9000)),
			step: fc.oneof(fc.constant(1), fc.nat(20), fc.nat(700)),
		}),
		{ maxLength: 12 },
	)
	.map((runs) => {
		const all: number[] = [];
		let next = 0;
		for (const { gap, count, step } of runs) {
			next += gap;
			for (let i = 0; i < count; i++) {
				all.push(next);
				next += 1 + step;
			}
		}
		return all;
	});

test('matches are those of a list, before and after deletion', () => {
	fc.assert(
		fc.property(positions, fc.nat(2_000_000), fc.array(fc.nat(2_000_000), { maxLength: 50 }), (all, first, places) => {
			const matches = new Matches();
			for (const n of all) matches.push(n);
			const compare = () => {
				expect(matches.count).toBe(all.length);
				for (let i = matches.gone; i < all.length; i += 1 + Math.floor(i / 7)) expect(matches.at(i)).toBe(all[i]);
				for (const n of [...places, ...all.slice(-3), (all.at(-1) ?? 0) + 1]) {
					const before = all.filter((one) => one < n).length;
					expect(matches.before(n)).toBe(Math.max(matches.gone, before));
				}
			};
			compare();
			matches.letGo(first);
			expect(matches.gone).toBe(all.filter((one) => one < first).length);
			compare();
		}),
		{ numRuns: 60 },
	);
});

test('every position of 32 bits is kept, and what follows a deletion', () => {
	const matches = new Matches();
	const all = [0, 65_535, 65_536, 2 ** 31, 2 ** 32 - 1, 2 ** 32 + 5];
	for (const n of all) matches.push(n);
	expect(all.map((_, i) => matches.at(i))).toEqual(all);
	matches.letGo(2 ** 33);
	expect([matches.gone, matches.before(2 ** 33)]).toEqual([6, 6]);
	matches.push(2 ** 34);
	expect([matches.count, matches.at(6), matches.before(2 ** 34), matches.before(2 ** 34 + 1)]).toEqual([
		7,
		2 ** 34,
		6,
		7,
	]);
});

test('ten million matches need less than two megabytes, and sparse ones two bytes each', () => {
	const dense = new Matches();
	for (let n = 0; n < 10_000_000; n++) dense.push(n);
	expect(dense.bytes).toBeLessThan(2 << 20);
	expect([dense.at(0), dense.at(4_999_999), dense.at(9_999_999)]).toEqual([0, 4_999_999, 9_999_999]);
	const sparse = new Matches();
	for (let n = 0; n < 10_000_000; n += 20) sparse.push(n);
	expect(sparse.bytes).toBeLessThan(500_000 * 3);
	expect(sparse.full).toBe(false);
});

test('it is full at a number of matches, and has room again after a deletion', () => {
	const matches = new Matches(3);
	for (const n of [1, 2, 3]) matches.push(n);
	expect(matches.full).toBe(true);
	matches.letGo(3);
	expect(matches.full).toBe(false);
});
