/** Bytes [start, end). */
export interface Range {
	readonly start: number;
	readonly end: number;
}

/** Ranges in order, without overlaps, none of them empty. */
export type Ranges = readonly Range[];

export const NOTHING_IGNORED: Ranges = [];

/** Any ranges, in order and joined where they overlap or touch. */
export function merged(ranges: readonly Range[]): Ranges {
	const result: Range[] = [];
	for (const range of ranges.filter(({ start, end }) => end > start).sort((one, other) => one.start - other.start)) {
		const last = result.at(-1);
		if (last !== undefined && range.start <= last.end) {
			result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
		} else result.push(range);
	}
	return result;
}
