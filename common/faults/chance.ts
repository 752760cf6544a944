import {
	FAULTS,
	type FaultName,
	type Faults,
	PROXY_DIRECTIONS,
	type ProxyDirection,
} from '../contract/config/proxy.ts';
import { createRandom, type Random } from './random.ts';

/** What a sequence is drawn for: what a fault does, and whether a connection has it at all. */
const USES = ['effect', 'toxicity'] as const;

/**
 * Chance on one way through one connection. Each fault has a sequence of its own, so that switching one on or off leaves
 * what the others decide as it is; and nothing depends on the time, nor on other connections.
 */
export class Chance {
	readonly #key: readonly number[];
	readonly #sequences = new Map<FaultName, Random>();

	/** `ordinal`: which connection of its run it is, from 1. */
	constructor(seed: number, ordinal: number, direction: ProxyDirection) {
		this.#key = [seed, ordinal, PROXY_DIRECTIONS.indexOf(direction)];
	}

	/** What a fault draws from; always the same sequence, which goes on where it stood. */
	sequence(fault: FaultName): Random {
		const known = this.#sequences.get(fault);
		if (known) return known;
		const random = this.#draw(fault, 'effect');
		this.#sequences.set(fault, random);
		return random;
	}

	/** Those of the faults that this connection has. */
	pick(faults: Faults): Faults {
		const without = FAULTS.filter((fault) => {
			const { toxicity = 1 } = faults[fault] ?? {};
			return toxicity < 1 && this.#draw(fault, 'toxicity').next() >= toxicity;
		});
		return without.length === 0 ? faults : { ...faults, ...Object.fromEntries(without.map((one) => [one, undefined])) };
	}

	#draw(fault: FaultName, use: (typeof USES)[number]): Random {
		return createRandom([...this.#key, FAULTS.indexOf(fault), USES.indexOf(use)]);
	}
}
