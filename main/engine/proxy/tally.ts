import { FAULTS, type FaultName, type ProxyDirection } from '../../../common/contract/config/proxy.ts';

const WAYS: Readonly<Record<ProxyDirection, string>> = { toTarget: 'to the target', toClient: 'to the client' };

/** Counts the faults of one lane, and reports each at its first effect, and all at the end. */
export class Tally {
	readonly counts: Partial<Record<FaultName, number>> = {};
	readonly #way: string;
	readonly #tell: (text: string) => void;

	constructor(direction: ProxyDirection, tell: (text: string) => void) {
		this.#way = WAYS[direction];
		this.#tell = tell;
	}

	add(fault: FaultName): void {
		const before = this.counts[fault] ?? 0;
		this.counts[fault] = before + 1;
		if (before === 0) this.#tell(`The fault ${fault} is applied on the way ${this.#way}, for the first time.`);
	}

	/** `Faults on the way to the target: latency 12, drop 1.`; undefined where there were none. */
	get totals(): string | undefined {
		const words = FAULTS.flatMap((fault) => (this.counts[fault] === undefined ? [] : `${fault} ${this.counts[fault]}`));
		return words.length === 0 ? undefined : `Faults on the way ${this.#way}: ${words.join(', ')}.`;
	}
}
