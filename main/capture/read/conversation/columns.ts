/** Rows in a page. */
const PAGE = 1024;

/** A growing table of numbers, eight bytes each. */
export class Columns {
	readonly #width: number;
	readonly #pages: Float64Array[] = [];
	/** Rows. */
	count = 0;

	/** `width`: numbers in a row. */
	constructor(width: number) {
		this.#width = width;
	}

	push(...row: readonly number[]): void {
		const place = this.count % PAGE;
		if (place === 0) this.#pages.push(new Float64Array(PAGE * this.#width));
		this.#pages.at(-1)?.set(row, place * this.#width);
		this.count++;
	}

	/** `row` is below the count. */
	get(row: number, column: number): number {
		return this.#pages[Math.floor(row / PAGE)]?.[(row % PAGE) * this.#width + column] ?? 0;
	}

	set(row: number, column: number, value: number): void {
		this.#pages[Math.floor(row / PAGE)]?.set([value], (row % PAGE) * this.#width + column);
	}

	/** The last row with at most `value` in a column that never falls; -1 where there is none. */
	lastAtMost(column: number, value: number): number {
		let low = 0;
		let high = this.count;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.get(middle, column) <= value) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}
