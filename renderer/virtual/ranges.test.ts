import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	inRanges,
	NO_RANGES,
	type Ranges,
	rangesCount,
	withinRange,
	withoutRange,
	withRange,
	withToggled,
} from './ranges.ts';

const place = fc.nat(40);
const step = fc.oneof(
	fc.record({ what: fc.constantFrom('add' as const, 'remove' as const, 'cut' as const), from: place, end: place }),
	fc.record({ what: fc.constant('toggle' as const), from: place, end: place }),
);

test('ranges hold what a set of the same positions holds, sorted and apart', () => {
	fc.assert(
		fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
			let ranges: Ranges = NO_RANGES;
			let set = new Set<number>();
			for (const { what, from, end } of steps) {
				const all = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
				if (what === 'add') {
					ranges = withRange(ranges, { from, end });
					set = new Set([...set, ...all]);
				} else if (what === 'remove') {
					ranges = end > from ? withoutRange(ranges, { from, end }) : ranges;
					set = new Set([...set].filter((at) => at < from || at >= end));
				} else if (what === 'toggle') {
					ranges = withToggled(ranges, from);
					if (!set.delete(from)) set.add(from);
				} else {
					if (end < from) continue;
					ranges = withinRange(ranges, { from, end });
					set = new Set([...set].filter((at) => at >= from && at < end));
				}
			}
			expect(rangesCount(ranges)).toBe(set.size);
			for (let at = 0; at <= 41; at++) expect(inRanges(ranges, at)).toBe(set.has(at));
			for (const [i, { from, end }] of ranges.entries()) {
				expect(end).toBeGreaterThan(from);
				expect(from).toBeGreaterThan(ranges[i - 1]?.end ?? -1);
			}
		}),
	);
});

test('a million rows are one range', () => {
	expect(withRange(withRange(NO_RANGES, { from: 5, end: 1_000_000 }), { from: 0, end: 5 })).toEqual([
		{ from: 0, end: 1_000_000 },
	]);
});
