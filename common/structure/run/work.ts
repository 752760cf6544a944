/** Steps that a unit may cost whatever its length is, and what each byte of it adds. */
const STEPS = 8_000;
const STEPS_PER_BYTE = 64;
/** The same of bytes that are searched, read as text or summed up. */
const SCANNED = 4_096;
const SCANNED_PER_BYTE = 8;

/** What is allowed: whatever the message, and what each byte of it adds, which is counted as read and as reached. */
export const mostSteps = () => ({ once: STEPS, perByte: 2 * STEPS_PER_BYTE });
export const mostScanned = () => ({ once: SCANNED, perByte: 2 * SCANNED_PER_BYTE });

/** Thrown where a message costs more than its length allows: nested arrays of nothing, ranges that are read again and again. */
export class TooMuch extends Error {
	override readonly name = 'TooMuch';
}

/** Counts what is done for a message, so that the time is in proportion to its length. */
export class Work {
	#steps = 0;
	#scanned = 0;
	readonly #bytes: () => number;

	/** @param bytes read so far */
	constructor(bytes: () => number) {
		this.#bytes = bytes;
	}

	/** Counts steps: fields, parts of expressions. Throws TooMuch where there are too many. */
	charge(steps: number): void {
		this.#steps += steps;
		if (this.#steps > STEPS + STEPS_PER_BYTE * this.#bytes()) throw new TooMuch();
	}

	/** Counts bytes that are gone through. As `charge`. */
	scan(bytes: number): void {
		this.#scanned += bytes;
		if (this.#scanned > SCANNED + SCANNED_PER_BYTE * this.#bytes()) throw new TooMuch();
	}
}
