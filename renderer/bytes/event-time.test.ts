import { describe, expect, it } from 'vitest';
import { deltaText, fullTime, timeOfDay } from './event-time.ts';

/** 2026-11-21 12:01:07.104 local, and 5,006 ns. */
const noon = BigInt(new Date(2026, 10, 21, 12, 1, 7, 104).getTime()) * 1_000_000n + 5_006n;

describe('event times', () => {
	it('shows milliseconds in the row, microseconds in the tooltip, nanoseconds in the inspector', () => {
		expect(timeOfDay(noon)).toBe('12:01:07.104');
		expect(fullTime(noon, 6)).toBe('2026-11-21 12:01:07.104005');
		expect(fullTime(noon, 9)).toBe('2026-11-21 12:01:07.104005006');
	});

	it.each([
		[0n, '+0.000'],
		[1_999_999n, '+0.001'],
		[2_295_000_000n, '+2.295'],
		[-3_000_000n, '−0.003'],
		[999_999_000_000n, '+999.999'],
		[1_000_000_000_000n, '+16m40s'],
		[9_000_000_000_000n, '+2h30m'],
	])('prints %i ns as %s', (nanos, text) => {
		expect(deltaText(nanos)).toBe(text);
	});
});
