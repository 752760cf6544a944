import type { FaultName, Faults } from '../contract/config/proxy.ts';
import type { Chance } from './chance.ts';
import { Corrupter } from './corrupter.ts';

/** What a proxy passes on for a unit. */
export interface Fate {
	/** The unit itself, or a changed copy. */
	readonly bytes: Uint8Array;
	/** How often it is passed on; 0: dropped. */
	readonly copies: 0 | 1 | 2;
	/** Extra delay, in milliseconds. */
	readonly delayMs: number;
	/** Number of following units that overtake it; 0: in order. */
	readonly behind: number;
}

/**
 * The effects on each unit in one direction of one connection. The n-th draw of a fault belongs to the n-th unit,
 * whatever the other faults do to it.
 */
export class UnitFaults {
	readonly #chance: Chance;
	readonly #corrupter: Corrupter;
	readonly #applied: (fault: FaultName) => void;
	#faults: Faults = {};

	/** `applied` is called for each fault that affects a unit. */
	constructor(chance: Chance, applied: (fault: FaultName) => void) {
		this.#chance = chance;
		this.#applied = applied;
		this.#corrupter = new Corrupter(chance.sequence('corrupt'));
	}

	/** `faults`: those that this connection has. */
	configure(faults: Faults): void {
		this.#faults = faults;
		this.#corrupter.configure(faults.corrupt);
	}

	/** Whether any fault applies to units: otherwise each is passed on unchanged. */
	get any(): boolean {
		const { latency, corrupt, drop, duplicate, reorder } = this.#faults;
		return (latency ?? corrupt ?? drop ?? duplicate ?? reorder) !== undefined;
	}

	decide(unit: Uint8Array): Fate {
		const { drop, duplicate, reorder } = this.#faults;
		const bytes = this.#corrupter.corrupt(unit);
		const dropped = this.#hits('drop', drop?.probability);
		const twice = this.#hits('duplicate', duplicate?.probability);
		const late = this.#hits('reorder', reorder?.probability);
		const delayMs = this.#delay();
		if (dropped) {
			this.#applied('drop');
			return { bytes, copies: 0, delayMs: 0, behind: 0 };
		}
		if (bytes !== unit) this.#applied('corrupt');
		if (twice) this.#applied('duplicate');
		if (late) this.#applied('reorder');
		if (delayMs > 0) this.#applied('latency');
		return { bytes, copies: twice ? 2 : 1, delayMs, behind: late ? (reorder?.distance ?? 0) : 0 };
	}

	#hits(fault: FaultName, probability: number | undefined): boolean {
		return probability !== undefined && this.#chance.sequence(fault).next() < probability;
	}

	#delay(): number {
		const { latency } = this.#faults;
		if (latency === undefined) return 0;
		const { delayMs, jitterMs } = latency;
		if (jitterMs === 0) return delayMs;
		return Math.max(0, delayMs + (2 * this.#chance.sequence('latency').next() - 1) * jitterMs);
	}
}
