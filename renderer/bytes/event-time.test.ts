import { describe, expect, it } from 'vitest';
import { deltaText, fullTime, sinceText, timeOfDay } from './event-time.ts';

/** 2026-11-21 12:01:07.104 local, and 5,006 ns. */
const noon = BigInt(new Date(2026, 10, 21, 12, 1, 7, 104).getTime()) * 1_000_000n + 5_006n;

describe('event times', () => {
	it('shows milliseconds in the row, microseconds in the tooltip, nanoseconds in the inspector', () => {
		expect(timeOfDay(noon)).toBe('12:01:07.104');
		expect(fullTime(noon, 6)).toBe('2026-11-21 12:01:07.104005');
		expect(fullTime(noon, 9)).toBe('2026-11-21 12:01:07.104005006');
	});

	it.each([
		[0n, '+0.000000'],
		[999n, '+0.000000'],
		[1_999_999n, '+0.001999'],
		[9_999_999_999n, '+9.999999'],
		[12_295_600_000n, '+12.295'],
		[-3_000_000n, '−0.003000'],
		[999_999_000_000n, '+999.999'],
		[1_000_000_000_000n, '+16m40s'],
		[9_000_000_000_000n, '+2h30m'],
	])('prints %i ns as %s', (nanos, text) => {
		expect(deltaText(nanos)).toBe(text);
	});

	it.each([
		[0n, '0.000000'],
		[1_234_567_890n, '1.234567'],
		[-1_000n, '−0.000001'],
		[3_599_999_999_999n, '3599.999999'],
		[7_384_005_000_000n, '2:03:04.005'],
	])('prints %i ns since the first event as %s', (nanos, text) => {
		expect(sinceText(nanos)).toBe(text);
	});
});
