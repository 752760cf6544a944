import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outline } from './lanes.ts';
import { following, panned, revealed, selected, ticks, zoomed } from './view.ts';
import { offsetText, rangeText } from './words.ts';

const spans = fc.integer({ min: 10_000, max: 10 ** 15 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A view shorter than its capture. */
const views = fc.tuple(spans, share, share).map(([span, a, b]) => {
	const length = Math.max(1000, Math.floor(a * span * 0.9));
	const from = Math.floor(b * (span - length));
	return { span, view: { from, to: from + length } };
});

test('any change keeps the view inside the capture', () => {
	fc.assert(
		fc.property(views, fc.double({ min: 0.01, max: 100, noNaN: true }), share, ({ span, view }, factor, at) => {
			// An event before the end of the capture.
			const spot = Math.min(span - 1, Math.floor(at * span));
			for (const next of [
				zoomed(view, span, factor, spot),
				panned(view, span, factor - 1),
				revealed(view, span, spot),
			]) {
				if (next === undefined) continue;
				expect(next.from).toBeGreaterThanOrEqual(0);
				expect(next.to).toBeLessThanOrEqual(span);
				expect(next.to - next.from).toBeGreaterThanOrEqual(1000);
			}
			const shown = revealed(view, span, spot);
			expect(spot >= shown.from && spot < shown.to).toBe(true);
		}),
	);
});

test('a zoom keeps the point under the pointer', () => {
	const view = { from: 40e9, to: 60e9 };
	expect(zoomed(view, 100e9, 0.5, 50e9)).toEqual({ from: 45e9, to: 55e9 });
	expect(zoomed(view, 100e9, 0.5, 40e9)).toEqual({ from: 40e9, to: 50e9 });
	expect(zoomed(view, 100e9, 10, 50e9), 'all of it').toBeUndefined();
});

test('a view at the end follows the capture, with room for more', () => {
	expect(following({ from: 90e9, to: 100e9 }, 101e9)).toEqual({ from: 92e9, to: 102e9 });
});

test('a selection is rounded to visible differences, and open at the ends of the capture', () => {
	const whole = { from: 0, to: 10e9 };
	expect(selected(1_234_567_891, 5_678_912_345, whole, 10e9, 1000)).toEqual({ from: 1_230_000_000, to: 5_680_000_000 });
	expect(selected(5e9, 0, whole, 10e9, 1000)).toEqual({ to: 5e9 });
	expect(selected(5e9, 10e9, whole, 10e9, 1000)).toEqual({ from: 5e9 });
	expect(selected(0, 10e9, whole, 10e9, 1000)).toBeUndefined();
	expect(selected(3e9, 3e9, whole, 10e9, 1000)).toEqual({ from: 3e9, to: 3_010_000_000 });
});

test('marks are at round times, and not too close', () => {
	fc.assert(
		fc.property(views, fc.integer({ min: 200, max: 3000 }), ({ view }, width) => {
			const { step, times } = ticks(view, width, 80);
			expect(times.length).toBeLessThanOrEqual(width / 80 + 1);
			for (const [i, at] of times.entries()) {
				expect(at >= view.from && at < view.to).toBe(true);
				if (i > 0) expect(offsetText(at, step)).not.toBe(offsetText(times[i - 1] ?? 0, step));
			}
		}),
	);
});

test('times have the digits that they need', () => {
	expect(offsetText(0, 50e6)).toBe('+0 ms');
	expect(offsetText(2_350_000_000, 10e6)).toBe('+2.35 s');
	expect(offsetText(2_000_000_000, 1e9)).toBe('+2 s');
	expect(offsetText(1_500, 100)).toBe('+1.5 µs');
	expect(offsetText(247e9, 1e9)).toBe('+4:07');
	expect(offsetText(247.25e9, 10e6)).toBe('+4:07.25');
	expect(offsetText(3847e9, 60e9)).toBe('+1:04:07');
	expect(rangeText({ from: 1e9 }, 1e6)).toBe('from +1.000 s');
});

test('an outline rises for values and returns to zero', () => {
	expect(outline([0, 2, 2, 1, 0, 0, 4], (i) => i * 10, 20, -16, 4)).toBe('M10 20V12H30V16H40V20ZM60 20V4H70V20Z');
	expect(outline([0, 0], (i) => i, 20, 16, 4)).toBe('');
	expect(
		outline([0, 1], (i) => i * 10, 20, 16, 1e9),
		'the least is still seen',
	).toBe('M10 20V21H20V20Z');
});
