import { lowerBound } from '../../common/search/lower-bound.ts';
/** Positions from `from` up to, but without, `end`. */
export interface Range {
	readonly from: number;
	readonly end: number;
}

/** A set of positions: ranges in order that neither touch nor overlap. A million rows in one run are one range. */
export type Ranges = readonly Range[];

export const NO_RANGES: Ranges = [];

/** Number of positions in the set. */
export function rangesCount(ranges: Ranges): number {
	return ranges.reduce((sum, { from, end }) => sum + end - from, 0);
}

/** Whether a position is in the set: a binary search. */
export function inRanges(ranges: Ranges, at: number): boolean {
	const range = ranges[lowerBound(0, ranges.length, (i) => (ranges[i]?.end ?? 0) <= at)];
	return range !== undefined && range.from <= at;
}

/** The set with a range added. */
export function withRange(ranges: Ranges, added: Range): Ranges {
	if (added.end <= added.from) return ranges;
	const before = ranges.filter(({ end }) => end < added.from);
	const after = ranges.filter(({ from }) => from > added.end);
	const joined = ranges.slice(before.length, ranges.length - after.length);
	const from = Math.min(added.from, ...joined.map((range) => range.from));
	const end = Math.max(added.end, ...joined.map((range) => range.end));
	return [...before, { from, end }, ...after];
}

/** The set without a range. */
export function withoutRange(ranges: Ranges, removed: Range): Ranges {
	return ranges.flatMap(({ from, end }) =>
		[
			{ from, end: Math.min(end, removed.from) },
			{ from: Math.max(from, removed.end), end },
		].filter((part) => part.end > part.from),
	);
}

/** The set with a position that was not in it, or without one that was. */
export function withToggled(ranges: Ranges, at: number): Ranges {
	const one = { from: at, end: at + 1 };
	return inRanges(ranges, at) ? withoutRange(ranges, one) : withRange(ranges, one);
}

/** The set cut to the positions of a list. */
export function withinRange(ranges: Ranges, { from, end }: Range): Ranges {
	const first = ranges[0];
	const last = ranges.at(-1);
	if (first === undefined || last === undefined || (first.from >= from && last.end <= end)) return ranges;
	return withoutRange(withoutRange(ranges, { from: first.from, end: from }), { from: end, end: last.end });
}
