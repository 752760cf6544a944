/** Median, least and greatest of some measurements. */
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

/** The ratio of each pair, in order, so that what slowed the machine for a moment slows both sides of it. */
export function ratios(over: readonly number[], under: readonly number[]): number[] {
	return over.slice(0, under.length).map((value, index) => value / (under[index] ?? Number.NaN));
}
