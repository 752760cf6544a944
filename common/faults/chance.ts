import {
	FAULTS,
	type FaultName,
	type Faults,
	PROXY_DIRECTIONS,
	type ProxyDirection,
} from '../contract/config/proxy.ts';
import { createRandom, type Random } from './random.ts';

/** What a random sequence decides: the effect of a fault, and whether a connection has the fault at all. */
const USES = ['effect', 'toxicity'] as const;

/**
 * Random decisions for one direction of one connection. Each fault has its own sequence, so that switching one on or
 * off does not change the decisions of the others; nothing depends on the time, nor on other connections.
 */
export class Chance {
	readonly #key: readonly number[];
	readonly #sequences = new Map<FaultName, Random>();

	/** `ordinal`: the position of the connection in its run, from 1. */
	constructor(seed: number, ordinal: number, direction: ProxyDirection) {
		this.#key = [seed, ordinal, PROXY_DIRECTIONS.indexOf(direction)];
	}

	/** The random sequence of a fault; always the same object, which continues where it stopped. */
	sequence(fault: FaultName): Random {
		const known = this.#sequences.get(fault);
		if (known) return known;
		const random = this.#draw(fault, 'effect');
		this.#sequences.set(fault, random);
		return random;
	}

	/** The subset of the faults that applies to this connection. */
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
