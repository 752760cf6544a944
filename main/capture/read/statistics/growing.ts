type Numbers = Float64Array | Uint32Array | Uint16Array;

/** A list of numbers in a typed array, which doubles when it is full. */
export class Growing {
	readonly #make: new (
		length: number,
	) => Numbers;
	#all: Numbers;
	count = 0;

	constructor(make: new (length: number) => Numbers) {
		this.#make = make;
		this.#all = new make(16);
	}

	/** Returns the index of the added number. */
	push(value: number): number {
		if (this.count === this.#all.length) {
			const grown = new this.#make(this.#all.length * 2);
			grown.set(this.#all);
			this.#all = grown;
		}
		this.#all[this.count] = value;
		return this.count++;
	}

	/** 0 beyond the end. */
	at(index: number): number {
		return this.#all[index] ?? 0;
	}

	set(index: number, value: number): void {
		this.#all[index] = value;
	}
}
