/** Work that a unit may cost whatever its length is, and what each byte of it adds. */
const BASE = 8_000;
const PER_BYTE = 64;

/** Thrown where a message costs more than its length allows: nested arrays of nothing, ranges that are read again and again. */
export class TooMuch extends Error {
	override readonly name = 'TooMuch';
}

/** Counts what is done for a message, so that the time is in proportion to its length. */
export class Work {
	#spent = 0;
	readonly #allowed: () => number;

	/** @param bytes read so far */
	constructor(bytes: () => number) {
		this.#allowed = () => BASE + PER_BYTE * bytes();
	}

	/** Throws TooMuch where that is more than is allowed. */
	charge(work: number): void {
		this.#spent += work;
		if (this.#spent > this.#allowed()) throw new TooMuch();
	}
}
