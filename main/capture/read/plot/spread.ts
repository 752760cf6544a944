import type { PlottedSeries } from '../../../../common/contract/calls/figures/plot.ts';
import { bucketOf, SPREAD_BUCKETS, signedBucketOf } from '../../../../common/statistics/spread.ts';

/** How the values of a series are spread. */
export interface Spread {
	add(value: number): void;
	read(): PlottedSeries['spread'];
}

/** Of sizes, counts and times, which are whole and not negative: 6 KiB. */
export class WholeSpread implements Spread {
	readonly #counts = new Float64Array(SPREAD_BUCKETS);

	add(value: number): void {
		const bucket = bucketOf(value);
		this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
	}

	read(): PlottedSeries['spread'] {
		const buckets: number[] = [];
		const counts: number[] = [];
		this.#counts.forEach((count, bucket) => {
			if (count === 0) return;
			buckets.push(bucket);
			counts.push(count);
		});
		return { buckets, counts };
	}
}

/** Of any numbers: the least of each bucket stands for it, so that a code is shown as it is. */
export class FieldSpread implements Spread {
	readonly #buckets = new Map<number, { count: number; least: number }>();

	add(value: number): void {
		const bucket = signedBucketOf(value);
		const known = this.#buckets.get(bucket);
		if (known === undefined) this.#buckets.set(bucket, { count: 1, least: value });
		else {
			known.count++;
			if (value < known.least) known.least = value;
		}
	}

	read(): PlottedSeries['spread'] {
		const sorted = [...this.#buckets].sort(([a], [b]) => a - b);
		return {
			buckets: sorted.map(([bucket]) => bucket),
			counts: sorted.map(([, { count }]) => count),
			values: sorted.map(([, { least }]) => least),
		};
	}
}
