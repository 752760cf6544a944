import type { Faults } from '../contract/config/proxy.ts';
import type { Random } from './random.ts';

/** Where a stream is split into slices: the places depend only on the number of bytes before. */
export class Slices {
	readonly #random: Random;
	#averageBytes = Number.POSITIVE_INFINITY;
	#variationBytes = 0;
	#left = Number.POSITIVE_INFINITY;

	constructor(random: Random) {
		this.#random = random;
	}

	configure(slicer: Faults['slicer']): void {
		const { averageBytes = Number.POSITIVE_INFINITY, variationBytes = 0 } = slicer ?? {};
		if (averageBytes === this.#averageBytes && variationBytes === this.#variationBytes) return;
		this.#averageBytes = averageBytes;
		this.#variationBytes = variationBytes;
		this.#left = this.#size();
	}

	/** Bytes up to the next cut; infinite where nothing is cut. */
	get left(): number {
		return this.#left;
	}

	/** Consumes `bytes`, at most `left`. Returns true at the end of a slice. */
	take(bytes: number): boolean {
		this.#left -= bytes;
		if (this.#left > 0) return false;
		this.#left = this.#size();
		return true;
	}

	#size(): number {
		const average = this.#averageBytes;
		const spread = this.#variationBytes;
		if (spread === 0 || average === Number.POSITIVE_INFINITY) return average;
		return Math.max(1, average - spread + this.#random.below(2 * spread + 1));
	}
}
