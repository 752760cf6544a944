import { expect, test } from 'vitest';
import { borderParts } from './borders.ts';
import { litIn } from './state/lit.ts';

const SLICE = { type: 'slice', n: 1, time: 0n, direction: 'in', offset: 0, message: 1 } as const;

test('a message shows its head and its terminator separately, in whichever lines they are', () => {
	const message = { number: 1, at: 100, length: 12, head: 2, terminator: 2, end: 'whole' } as const;
	const parts = (at: number, length: number) =>
		borderParts({ ...SLICE, at, length, bytes: new Uint8Array(length) }, message).map(({ from, to, place }) => [
			from,
			to,
			place !== undefined,
		]);
	expect(parts(100, 8)).toEqual([
		[0, 2, true],
		[2, 8, false],
	]);
	expect(parts(108, 4)).toEqual([
		[0, 2, false],
		[2, 4, true],
	]);
	expect(parts(111, 1)).toEqual([[0, 1, true]]);
});

test('the current place is lit up in each line that it has bytes in, in place of those that it overlaps', () => {
	const line = { ...SLICE, n: 7, offset: 10, at: 10, length: 40, bytes: new Uint8Array(10) } as const;
	const places = [
		{ from: 8, to: 12 },
		{ from: 15, to: 18 },
	];
	expect(litIn(line, [])).toEqual({ places: [], at: -1 });
	expect(litIn({ ...line, places }, [{ n: 8, from: 0, to: 3 }])).toEqual({
		places: [
			{ from: -2, to: 2 },
			{ from: 5, to: 8 },
		],
		at: -1,
	});
	expect(litIn({ ...line, places }, [{ n: 7, from: 17, to: 30 }])).toEqual({
		places: [
			{ from: -2, to: 2 },
			{ from: 7, to: 20 },
		],
		at: 1,
	});
	expect(litIn({ ...line, places }, [{ n: 7, from: 20, to: 30 }]).at).toBe(-1);
});
