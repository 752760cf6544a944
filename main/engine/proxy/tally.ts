import { FAULTS, type FaultName, type ProxyDirection } from '../../../common/contract/config/proxy.ts';
import { faultCounts } from '../../../common/words/en/sentences/note-parts.ts';
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
		const counts = FAULTS.flatMap((fault) =>
			this.counts[fault] === undefined ? [] : faultCounts.faultCount({ fault, count: String(this.counts[fault]) }),
		);
		if (counts.length === 0) return undefined;
		return this.#words.totals({
			counts: counts.reduceRight((rest, first) => faultCounts.faultCountsAnd({ first, rest })),
		});
	}
}
