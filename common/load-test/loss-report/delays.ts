/** Buckets per doubling: a bucket is 2.2 % wide, so its middle is within 1.1 % of its values. */
const PER_DOUBLING = 32;
/** From 1 ns to 2^42 ns, which is 73 minutes; longer delays go into the last bucket. */
const DOUBLINGS = 42;

export interface DelayFigures {
	readonly min: number;
	readonly mean: number;
	readonly max: number;
	readonly percentiles?: { readonly p50: number; readonly p95: number; readonly p99: number };
	readonly jitter: number;
}

/** Delays in nanoseconds: a histogram of fixed size, and the jitter of RFC 3550, 6.4.1. */
export class Delays {
	#count = 0;
	#sum = 0;
	#min = Number.POSITIVE_INFINITY;
	#max = Number.NEGATIVE_INFINITY;
	#jitter = 0;
	#before = 0;
	readonly #buckets = new Float64Array(PER_DOUBLING * DOUBLINGS);

	/** In the order of arrival. */
	add(delay: number): void {
		if (this.#count > 0) this.#jitter += (Math.abs(delay - this.#before) - this.#jitter) / 16;
		this.#before = delay;
		this.#count++;
		this.#sum += delay;
		if (delay < this.#min) this.#min = delay;
		if (delay > this.#max) this.#max = delay;
		const bucket = bucketOf(delay);
		this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
	}

	/** Undefined while there are none. */
	figures(): DelayFigures | undefined {
		if (this.#count === 0) return undefined;
		const figures = { min: this.#min, mean: this.#sum / this.#count, max: this.#max, jitter: this.#jitter };
		if (this.#min < 0) return figures;
		const [p50, p95, p99] = [this.#percentile(50), this.#percentile(95), this.#percentile(99)];
		return { ...figures, percentiles: { p50, p95, p99 } };
	}

	/** By nearest rank. */
	#percentile(percent: number): number {
		const rank = Math.ceil((percent / 100) * this.#count);
		let seen = 0;
		const bucket = this.#buckets.findIndex((count) => {
			seen += count;
			return seen >= rank;
		});
		return Math.min(this.#max, Math.max(this.#min, 2 ** ((bucket + 0.5) / PER_DOUBLING)));
	}
}

function bucketOf(delay: number): number {
	if (delay < 1) return 0;
	return Math.min(PER_DOUBLING * DOUBLINGS - 1, Math.floor(Math.log2(delay) * PER_DOUBLING));
}
