import { expect, test } from 'vitest';
import { borderSpans, hitSpans } from './spans.ts';

test('a line is split at the start and end of a match, also one that exceeds it', () => {
	const hits = [
		{ n: 7, from: 14, to: 20 },
		{ n: 8, from: 0, to: 3 },
	];
	expect(hitSpans(7, 0, 10, hits)).toEqual([{ from: 0, to: 10, kind: 'plain' }]);
	expect(hitSpans(7, 10, 10, hits)).toEqual([
		{ from: 0, to: 4, kind: 'plain' },
		{ from: 4, to: 10, kind: 'hit' },
	]);
	expect(hitSpans(8, 0, 10, hits)).toEqual([
		{ from: 0, to: 3, kind: 'hit' },
		{ from: 3, to: 10, kind: 'plain' },
	]);
	expect(hitSpans(8, 0, 0, hits)).toEqual([]);
});

test('a message shows its head and its terminator separately, in whichever lines they are', () => {
	const message = { number: 1, at: 100, length: 12, head: 2, terminator: 2, end: 'whole' } as const;
	const line = (at: number, length: number) =>
		borderSpans(
			{
				type: 'slice',
				n: 1,
				time: 0n,
				direction: 'in',
				offset: 0,
				at,
				length,
				bytes: new Uint8Array(length),
				message: 1,
			},
			message,
		);
	expect(line(100, 8)).toEqual([
		{ from: 0, to: 2, kind: 'border' },
		{ from: 2, to: 8, kind: 'plain' },
	]);
	expect(line(108, 4)).toEqual([
		{ from: 0, to: 2, kind: 'plain' },
		{ from: 2, to: 4, kind: 'border' },
	]);
	expect(line(111, 1)).toEqual([{ from: 0, to: 1, kind: 'border' }]);
});
