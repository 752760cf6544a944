/** Default number of remembered numbers behind the highest. */
const WINDOW = 65_536;

/**
 * Which numbers have arrived. Counts are exact in any order, as long as no number is further behind the highest than
 * the window. One bit each: 8 KiB.
 */
export class NumberWindow {
	received = 0;
	duplicates = 0;
	/** Arrived after a higher one, for the first time. */
	reordered = 0;
	/** How many numbers they were behind the highest, in total and at most. */
	behind = 0;
	furthest = 0;
	/** Arrived from behind the window. */
	late = 0;
	lowest = 0;
	highest = -1;
	readonly #size: number;
	readonly #bits: Uint32Array;

	/** `size`: a power of two, 32 at least. */
	constructor(size = WINDOW) {
		this.#size = size;
		this.#bits = new Uint32Array(size / 32);
	}

	/** Numbers between the lowest and the highest that have not arrived. */
	get lost(): number {
		const seen = this.received - this.duplicates - this.late;
		return this.received === 0 ? 0 : this.highest - this.lowest + 1 - seen;
	}

	add(number: number): void {
		this.received++;
		if (this.highest < 0) {
			this.lowest = number;
			this.highest = number;
			this.#set(number);
		} else if (number > this.highest) {
			this.#moveTo(number);
		} else {
			this.#back(number);
		}
	}

	#moveTo(number: number): void {
		const from = this.highest + 1;
		if (number - from >= this.#size) this.#bits.fill(0);
		else for (let passed = from; passed < number; passed++) this.#clear(passed);
		this.highest = number;
		this.#set(number);
	}

	#back(number: number): void {
		const behind = this.highest - number;
		if (behind >= this.#size) {
			this.late++;
		} else if (this.#has(number)) {
			this.duplicates++;
		} else {
			this.#set(number);
			this.reordered++;
			this.behind += behind;
			if (behind > this.furthest) this.furthest = behind;
			if (number < this.lowest) this.lowest = number;
		}
	}

	#has(number: number): boolean {
		const at = number % this.#size;
		return ((this.#bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
	}

	#set(number: number): void {
		const at = number % this.#size;
		const word = at >>> 5;
		this.#bits[word] = (this.#bits[word] ?? 0) | (1 << (at & 31));
	}

	#clear(number: number): void {
		const at = number % this.#size;
		const word = at >>> 5;
		this.#bits[word] = (this.#bits[word] ?? 0) & ~(1 << (at & 31));
	}
}
