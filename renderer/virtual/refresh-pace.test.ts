import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refreshPace } from './refresh-pace.ts';

const FITS = 30;

/** Follows rows that arrive at `times` (ms, ascending), as a list does; returns when it advanced, and over how many rows. */
function follow(times: readonly number[]): readonly { readonly at: number; readonly rows: number }[] {
	let time = 0;
	let total = 0;
	let listed = 0;
	let due: number | undefined;
	const pace = refreshPace(() => time);
	const advances: { at: number; rows: number }[] = [];
	while (total < times.length || due !== undefined) {
		const next = times[total] ?? Number.POSITIVE_INFINITY;
		time = Math.min(next, due ?? Number.POSITIVE_INFINITY);
		while ((times[total] ?? Number.POSITIVE_INFINITY) <= time) total += 1;
		due = undefined;
		const wait = total === listed ? 0 : pace.wait(total, FITS);
		if (wait > 0) due = time + wait;
		else if (total > listed) {
			advances.push({ at: time, rows: total - listed });
			listed = total;
			pace.advanced(total);
		}
	}
	return advances;
}

const every = (ms: number, count: number) => Array.from({ length: count }, (_, i) => Math.floor(i * ms));

test('rows that can be read are listed at once, each of them', () => {
	const times = every(10, 500);
	expect(follow(times)).toEqual(times.map((at) => ({ at, rows: 1 })));
});

test('a request and its reply after a pause are listed at once', () => {
	expect(follow([5, 6, 5000, 5001])).toEqual([5, 6, 5000, 5001].map((at) => ({ at, rows: 1 })));
});

test('a burst after a pause is listed at once, and what follows it a quarter of a second later', () => {
	const advances = follow([0, ...Array<number>(1000).fill(10_000), 10_001]);
	expect(advances.map(({ at }) => at)).toEqual([0, 10_000, 10_250]);
});

test('rows that fly past are listed four times a second, to the last one', () => {
	const times = every(0.1, 50_000);
	const advances = follow(times);
	expect(advances.filter(({ at }) => at >= 1000 && at < 2000)).toHaveLength(4);
	expect(advances.reduce((sum, { rows }) => sum + rows, 0)).toBe(times.length);
});

test('after a flood, rows that can be read are listed at once again', () => {
	const slow = every(100, 20).map((at) => at + 10_000);
	const advances = follow([...every(0.1, 10_000), ...slow]);
	expect(advances.filter(({ at }) => at >= 10_000)).toEqual(slow.map((at) => ({ at, rows: 1 })));
});

test('no row waits longer than a quarter of a second, and all are listed', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 400 }), (unsorted) => {
			const times = unsorted.sort((a, b) => a - b);
			const advances = follow(times);
			let listed = 0;
			for (const { at, rows } of advances) {
				expect(at - (times[listed] ?? at)).toBeLessThanOrEqual(250);
				listed += rows;
			}
			expect(listed).toBe(times.length);
		}),
	);
});

test('a list that begins again is not held back by the one before', () => {
	let time = 0;
	const pace = refreshPace(() => time);
	pace.advanced(1_000_000);
	time = 10;
	pace.advanced(5);
	expect(pace.wait(6, FITS)).toBe(0);
});
