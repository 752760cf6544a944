import type { PlottedSeries } from '../../../../common/contract/calls/figures/plot.ts';
import type { Spread } from './spread.ts';

/** Values in columns of time, 32 bytes a column, and how they are spread. */
export class PlotColumns {
	readonly #count: Float64Array;
	readonly #sum: Float64Array;
	readonly #min: Float64Array;
	readonly #max: Float64Array;
	readonly #spread: Spread;

	constructor(columns: number, spread: Spread) {
		this.#spread = spread;
		this.#count = new Float64Array(columns);
		this.#sum = new Float64Array(columns);
		this.#min = new Float64Array(columns);
		this.#max = new Float64Array(columns);
	}

	add(column: number, value: number): void {
		const count = this.#count[column] ?? 0;
		this.#count[column] = count + 1;
		this.#sum[column] = (this.#sum[column] ?? 0) + value;
		if (count === 0 || value < (this.#min[column] ?? 0)) this.#min[column] = value;
		if (count === 0 || value > (this.#max[column] ?? 0)) this.#max[column] = value;
		this.#spread.add(value);
	}

	/** Merges each two columns: the upper half becomes free. */
	halve(): void {
		const half = Math.ceil(this.#count.length / 2);
		for (let column = 0; column < half; column++) {
			const [one, two] = [2 * column, 2 * column + 1];
			const [first = 0, second = 0] = [this.#count[one], this.#count[two]];
			const [least = 0, other = 0] = [this.#min[one], this.#min[two]];
			const [most = 0, rest = 0] = [this.#max[one], this.#max[two]];
			this.#min[column] = first === 0 ? other : second === 0 ? least : Math.min(least, other);
			this.#max[column] = first === 0 ? rest : second === 0 ? most : Math.max(most, rest);
			this.#count[column] = first + second;
			this.#sum[column] = (this.#sum[one] ?? 0) + (this.#sum[two] ?? 0);
		}
		for (const cells of [this.#count, this.#sum, this.#min, this.#max]) cells.fill(0, half);
	}

	/** The first `columns`. */
	read(columns: number): PlottedSeries {
		const first = (cells: Float64Array): number[] => Array.from(cells.subarray(0, columns));
		return {
			count: first(this.#count),
			sum: first(this.#sum),
			min: first(this.#min),
			max: first(this.#max),
			spread: this.#spread.read(),
		};
	}
}
