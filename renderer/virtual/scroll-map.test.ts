import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	contentHeight,
	isScaled,
	MAX_SPACER,
	maxTop,
	rowsPerPage,
	type ScrollGeometry,
	scrollFromTop,
	spacerHeight,
	topForRow,
	topFromScroll,
	visibleRows,
} from './scroll-map.ts';

const geometry = (count: number, viewport = 600): ScrollGeometry => ({ count, rowHeight: 22, viewport });
const anyGeometry = fc.record({
	count: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 1_000_000_000 })),
	rowHeight: fc.constant(22),
	viewport: fc.integer({ min: 0, max: 3000 }),
});

describe('scroll map', () => {
	it('is the identity while the rows fit the largest element', () => {
		expect(isScaled(geometry(363_636))).toBe(false);
		expect(topFromScroll(geometry(363_636), 1_234_567)).toBe(1_234_567);
		expect(scrollFromTop(geometry(363_636), 1_234_567)).toBe(1_234_567);
	});

	it('reaches the first and the last of fifty million rows on a bar of bounded height', () => {
		const many = geometry(50_000_000);
		expect(spacerHeight(many)).toBe(MAX_SPACER);
		expect(contentHeight(many)).toBe(1_100_000_000);
		expect(visibleRows(many, topFromScroll(many, 0)).first).toBe(0);
		const bottom = topFromScroll(many, MAX_SPACER - 600);
		expect(visibleRows(many, bottom).end).toBe(50_000_000);
		expect(scrollFromTop(many, maxTop(many))).toBe(MAX_SPACER - 600);
	});

	it('moves by one row where one pixel of the bar is thousands of rows', () => {
		const many = geometry(1_000_000_000);
		const middle = 500_000_000 * 22;
		expect(visibleRows(many, middle).first).toBe(500_000_000);
		expect(visibleRows(many, middle + 22).first).toBe(500_000_001);
	});

	it('turns a scroll position into a true one and back within a pixel', () => {
		fc.assert(
			fc.property(anyGeometry, fc.double({ min: 0, max: 1, noNaN: true }), (g, part) => {
				const scroll = part * Math.max(0, spacerHeight(g) - g.viewport);
				expect(Math.abs(scrollFromTop(g, topFromScroll(g, scroll)) - scroll)).toBeLessThan(1e-3);
			}),
		);
	});

	it('never leaves the range, for any input', () => {
		fc.assert(
			fc.property(anyGeometry, fc.double({ min: -1e12, max: 1e12, noNaN: true }), (g, top) => {
				const { first, end } = visibleRows(g, top);
				expect(first).toBeGreaterThanOrEqual(0);
				expect(end).toBeGreaterThanOrEqual(first);
				expect(end).toBeLessThanOrEqual(g.count);
				expect((end - first) * g.rowHeight).toBeLessThan(g.viewport + 2 * g.rowHeight);
			}),
		);
	});

	it('reveals a row fully and moves no further than necessary', () => {
		fc.assert(
			fc.property(
				fc
					.integer({ min: 1, max: 100_000_000 })
					.chain((count) => fc.tuple(fc.constant(count), fc.nat(count - 1), fc.nat())),
				([count, index, from]) => {
					const g = geometry(count);
					const start = Math.min(from, maxTop(g));
					const top = topForRow(g, start, index);
					expect(top).toBeLessThanOrEqual(index * 22);
					expect(top + g.viewport).toBeGreaterThanOrEqual(Math.min((index + 1) * 22, contentHeight(g)));
					const wasWhole = index * 22 >= start && (index + 1) * 22 <= start + g.viewport;
					if (wasWhole) expect(top).toBe(start);
				},
			),
		);
	});

	it('moves a page less one row, and at least one', () => {
		expect(rowsPerPage(geometry(10, 220))).toBe(9);
		expect(rowsPerPage(geometry(10, 5))).toBe(1);
	});
});
