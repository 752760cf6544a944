import { FAULTS, type FaultName, type ProxyDirection } from '../../../common/contract/config/proxy.ts';
import { noteTexts } from '../../../common/words/en/sentences/notes.ts';

const WORDS = {
	toTarget: { first: noteTexts.faultFirstToTarget, totals: noteTexts.faultTotalsToTarget },
	toClient: { first: noteTexts.faultFirstToClient, totals: noteTexts.faultTotalsToClient },
} as const;

/** Counts the faults of one lane, and reports each at its first effect, and all at the end. */
export class Tally {
	readonly counts: Partial<Record<FaultName, number>> = {};
	readonly #words: (typeof WORDS)[ProxyDirection];
	readonly #tell: (text: string) => void;

	constructor(direction: ProxyDirection, tell: (text: string) => void) {
		this.#words = WORDS[direction];
		this.#tell = tell;
	}

	add(fault: FaultName): void {
		const before = this.counts[fault] ?? 0;
		this.counts[fault] = before + 1;
		if (before === 0) this.#tell(this.#words.first({ fault }));
	}

	/** `Faults on the way to the target: latency 12, drop 1.`; undefined where there were none. */
	get totals(): string | undefined {
		const words = FAULTS.flatMap((fault) => (this.counts[fault] === undefined ? [] : `${fault} ${this.counts[fault]}`));
		return words.length === 0 ? undefined : this.#words.totals({ counts: words.join(', ') });
	}
}
