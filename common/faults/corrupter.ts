import type { Faults } from '../contract/config/proxy.ts';
import type { Random } from './random.ts';

/**
 * Flips bits. Per byte: which ones depends only on the number of bytes before, not on the split into units. Per unit:
 * one bit of each affected one.
 */
export class Corrupter {
	readonly #random: Random;
	#probability = 0;
	#perByte = true;
	/** Unchanged bytes before the next changed one. */
	#untilNext = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	configure(corrupt: Faults['corrupt']): void {
		const { probability = 0, per = 'byte' } = corrupt ?? {};
		const perByte = per === 'byte';
		if (probability === this.#probability && perByte === this.#perByte) return;
		this.#probability = probability;
		this.#perByte = perByte;
		if (perByte) this.#untilNext = this.#gap();
	}

	/** Returns the unit itself where nothing changes, else a copy. */
	corrupt(unit: Uint8Array): Uint8Array {
		if (this.#probability === 0 || unit.length === 0) return unit;
		if (this.#perByte) return this.#bytes(unit);
		if (this.#random.next() >= this.#probability) return unit;
		const changed = unit.slice();
		this.#turn(changed, this.#random.below(unit.length));
		return changed;
	}

	#bytes(unit: Uint8Array): Uint8Array {
		let changed = unit;
		let at = this.#untilNext;
		while (at < unit.length) {
			if (changed === unit) changed = unit.slice();
			this.#turn(changed, at);
			at += 1 + this.#gap();
		}
		this.#untilNext = at - unit.length;
		return changed;
	}

	/** Number of unchanged bytes: the failed draws in a row, computed from one draw. */
	#gap(): number {
		if (this.#probability === 0) return Number.POSITIVE_INFINITY;
		if (this.#probability >= 1) return 0;
		return Math.floor(Math.log1p(-this.#random.next()) / Math.log1p(-this.#probability));
	}

	#turn(bytes: Uint8Array, at: number): void {
		bytes[at] = (bytes[at] ?? 0) ^ (1 << this.#random.below(8));
	}
}
