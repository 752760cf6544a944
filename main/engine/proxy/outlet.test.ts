import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Chance, Slices } from '../../../common/faults/index.ts';
import { Outlet } from './outlet.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
	vi.useRealTimers();
});

/** Milliseconds until an outlet of 100,000 bytes a second has sent 60,000, where the process is busy for so long after each piece. */
function took(busyMs: (piece: number) => number): number {
	let pieces = 0;
	const outlet = new Outlet(new Slices(new Chance(1, 1, 'toTarget').sequence('slicer')), {
		write: () => {
			vi.advanceTimersByTime(busyMs(pieces));
			pieces += 1;
		},
		end: () => undefined,
		limit: () => undefined,
		torn: () => undefined,
		applied: () => undefined,
		drained: () => undefined,
	});
	const begin = performance.now();
	outlet.open({ bandwidth: { bytesPerSecond: 100_000, toxicity: 1 } });
	outlet.push(new Uint8Array(60_000));
	let last = begin;
	while (outlet.bytes > 0) {
		vi.advanceTimersToNextTimer();
		last = performance.now();
	}
	expect(pieces).toBe(30);
	return last - begin;
}

test('a line sends at its speed; a process that is late for each piece does not slow it', () => {
	expect(took(() => 0)).toBe(600);
	// The last piece leaves on time, and the process is busy once more.
	expect(took(() => 15)).toBe(615);
});

test('a pause is made up for, up to 250 ms of it', () => {
	expect(took((piece) => (piece === 3 ? 200 : 0))).toBe(600);
	expect(took((piece) => (piece === 3 ? 1000 : 0))).toBe(600 + 1000 - 250);
});
