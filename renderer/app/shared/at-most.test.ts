import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMost } from './at-most.ts';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

test('the first value is shown at once, the others in steps, and the last one always', () => {
	const shown: number[] = [];
	const { show } = atMost<number>(100, (value) => shown.push(value));
	for (let value = 0; value < 25; value++) {
		show(value);
		vi.advanceTimersByTime(10);
	}
	expect(shown).toEqual([0, 9, 19]);
	vi.advanceTimersByTime(100);
	expect(shown).toEqual([0, 9, 19, 24]);
	vi.advanceTimersByTime(1000);
	show(25);
	expect(shown.at(-1)).toBe(25);
	expect(shown).toHaveLength(5);
});

test('nothing is shown after the stop', () => {
	const shown: number[] = [];
	const { show, stop } = atMost<number>(100, (value) => shown.push(value));
	show(1);
	show(2);
	stop();
	vi.advanceTimersByTime(1000);
	expect(shown).toEqual([1]);
});
