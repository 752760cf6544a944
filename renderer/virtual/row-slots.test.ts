import { expect, test } from 'vitest';
import { rowSlots } from './row-slots.ts';

const SLOTS = 32;
const VISIBLE = 30;

/** The element of each visible row, from `first` on. */
function shown(slots: ReturnType<typeof rowSlots>, first: number): { origin: number; keys: number[] } {
	const { origin, slotOf } = slots(first, SLOTS);
	return { origin, keys: Array.from({ length: VISIBLE }, (_, i) => slotOf(first + i)) };
}

test('rows that stay visible keep their elements, in both directions', () => {
	const slots = rowSlots();
	let first = 100_000;
	let before = shown(slots, first);
	const steps = [...Array(5000).fill(1), ...Array(10_000).fill(-1), 31, -31, 7];
	let moved = 0;
	let farthest = 0;
	for (const step of steps) {
		first += step;
		const now = shown(slots, first);
		moved += now.keys.filter((key, i) => (before.keys[i + step] ?? key) !== key).length;
		farthest = Math.max(farthest, Math.abs(first - now.origin), new Set(now.keys).size === VISIBLE ? 0 : Infinity);
		before = now;
	}
	expect(moved).toBe(0);
	expect(farthest).toBeLessThanOrEqual(4096);
});

test('where no row stays visible, elements keep their places and their order', () => {
	const slots = rowSlots();
	const inOrder = Array.from({ length: VISIBLE }, (_, i) => i);
	for (const first of [25_000, 50_013, 75_029, 10_000_000, 3]) {
		expect(shown(slots, first)).toEqual({ origin: first, keys: inOrder });
	}
});
