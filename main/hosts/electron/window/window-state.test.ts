import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, MINIMUM_SIZE, placeWindow, type WindowState, windowStateSchema } from './window-state.ts';

const laptop: Bounds = { x: 0, y: 25, width: 1920, height: 1055 };
const left: Bounds = { x: -2560, y: 0, width: 2560, height: 1440 };
const saved: WindowState = { x: 100, y: 80, width: 1200, height: 700, maximized: false };

describe("the window's position", () => {
	it('is centred at its default size the first time, and fits a small display', () => {
		expect(placeWindow(undefined, [laptop])).toEqual({ x: 240, y: 102, width: 1440, height: 900, maximized: false });
		const small = { x: 0, y: 0, width: 1024, height: 600 };
		expect(placeWindow(undefined, [small])).toEqual({ ...small, maximized: false });
	});

	it('is its last one', () => {
		expect(placeWindow(saved, [laptop])).toEqual(saved);
		const onTheLeft = { ...saved, x: -2000, maximized: true };
		expect(placeWindow(onTheLeft, [laptop, left])).toEqual(onTheLeft);
	});

	it.each([
		['its display is gone', { ...saved, x: -2000 }],
		['it is above the display', { ...saved, y: -300 }],
		['it is below the display', { ...saved, y: 1070 }],
		['only a sliver of it shows', { ...saved, x: 1900 }],
	])('returns to the primary display when %s', (_why, state) => {
		expect(placeWindow(state, [laptop])).toEqual({ x: 360, y: 202, width: 1200, height: 700, maximized: false });
	});

	it('stays maximised when it must move, so that it fills the remaining display', () => {
		expect(placeWindow({ ...saved, x: 9000, maximized: true }, [laptop]).maximized).toBe(true);
	});

	it('is never too small to use nor larger than its display', () => {
		const tiny = placeWindow({ ...saved, width: 3, height: 2 }, [laptop]);
		expect([tiny.width, tiny.height]).toEqual([MINIMUM_SIZE.width, MINIMUM_SIZE.height]);
		const huge = placeWindow({ ...saved, width: 9000, height: 9000 }, [laptop]);
		expect([huge.width, huge.height]).toEqual([laptop.width, laptop.height]);
	});

	it('can be reached for any saved state, and then stays', () => {
		const anyState = fc.record({
			x: fc.integer({ min: -100_000, max: 100_000 }),
			y: fc.integer({ min: -100_000, max: 100_000 }),
			width: fc.integer({ min: 1, max: 100_000 }),
			height: fc.integer({ min: 1, max: 100_000 }),
			maximized: fc.boolean(),
		});
		fc.assert(
			fc.property(anyState, (state) => {
				const placed = placeWindow(state, [laptop, left]);
				const onTop = [laptop, left].some(
					(area) =>
						placed.y >= area.y &&
						placed.y < area.y + area.height &&
						placed.x < area.x + area.width &&
						placed.x + placed.width > area.x,
				);
				expect(onTop).toBe(true);
				expect(placeWindow(placed, [laptop, left])).toEqual(placed);
			}),
		);
	});
});

describe('the saved form', () => {
	it.each([
		{},
		null,
		[],
		{ ...saved, width: 0 },
		{ ...saved, x: 1.5 },
		{ ...saved, y: 1e9 },
		{ ...saved, maximized: 1 },
	])('refuses %j', (value) => {
		expect(windowStateSchema.safeParse(value).success).toBe(false);
	});
});
