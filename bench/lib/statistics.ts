/** Median, minimum and maximum of some measurements. */
export interface Summary {
	readonly median: number;
	readonly min: number;
	readonly max: number;
	readonly values: readonly number[];
}

/** Throws a RangeError when there is nothing to summarise. */
export function summarise(values: readonly number[]): Summary {
	const sorted = [...values].sort((a, b) => a - b);
	const low = sorted[Math.floor((sorted.length - 1) / 2)];
	const high = sorted[Math.ceil((sorted.length - 1) / 2)];
	const min = sorted.at(0);
	const max = sorted.at(-1);
	if (low === undefined || high === undefined || min === undefined || max === undefined) {
		throw new RangeError('There is no median of nothing.');
	}
	return { median: (low + high) / 2, min, max, values };
}

/** The ratio of each pair, in order, so that a temporary slowdown affects both sides. */
export function ratios(over: readonly number[], under: readonly number[]): number[] {
	return over.slice(0, under.length).map((value, index) => value / (under[index] ?? Number.NaN));
}

/** The percentile: `part` (0 to 1) of the values do not exceed it. Throws a RangeError for no values. */
export function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];
	if (value === undefined) throw new RangeError('There is no percentile of nothing.');
	return value;
}
