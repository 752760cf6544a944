import type { TimelineState } from '../../../../common/contract/calls/figures/timeline.ts';
import type { RowFacts } from '../../segments/facts.ts';
import { Figures } from './figures.ts';

/** Maximum number of endpoints with figures; later ones are counted together. */
const MAX_ENDPOINTS = 32;
/** Maximum number of endpoints named in an answer. */
const NAMED = 4;

export type TallyAnswer = Pick<TimelineState, 'total' | 'endpoints' | 'others'>;

/** Figures of all events and of each endpoint. With 4096 buckets 192 KiB each, 6.4 MiB at most. */
export class Tally {
	readonly #buckets: number;
	readonly #total: Figures;
	readonly #endpoints = new Map<string, Figures>();
	#others: Figures | undefined;
	/** Cache: adjacent events mostly have the same endpoint. */
	#lastName: string | undefined;
	#last: Figures;

	constructor(buckets: number) {
		this.#buckets = buckets;
		this.#total = new Figures(buckets);
		this.#last = this.#total;
	}

	/** Counts the event of `facts`. */
	add(bucket: number, facts: RowFacts): void {
		const { direction, kind, length, endpoint } = facts;
		this.#total.add(bucket, direction, kind, length);
		if (endpoint !== this.#lastName) {
			this.#last = this.#of(endpoint);
			this.#lastName = endpoint;
		}
		this.#last.add(bucket, direction, kind, length);
	}

	halve(): void {
		for (const figures of this.#all()) figures.halve();
	}

	/** `count` sums of `per` buckets each from bucket `first` on. */
	read(first: number, per: number, count: number, split: boolean): TallyAnswer {
		const total = this.#total.read(first, per, count);
		if (!split) return { total, endpoints: [] };
		const ranked = [...this.#endpoints]
			.map(([name, figures]) => ({ name, figures, ...figures.weight(first, first + per * count) }))
			.filter(({ events }) => events > 0)
			.sort((a, b) => b.bytes - a.bytes || b.events - a.events);
		const endpoints = ranked
			.slice(0, NAMED)
			.map(({ name, figures }) => ({ name, figures: figures.read(first, per, count) }));
		const rest = [...ranked.slice(NAMED).map(({ figures }) => figures), ...(this.#others ? [this.#others] : [])];
		if (rest.length === 0) return { total, endpoints };
		const others = new Figures(this.#buckets);
		for (const figures of rest) others.addAll(figures);
		return { total, endpoints, others: others.read(first, per, count) };
	}

	#all(): Figures[] {
		return [this.#total, ...this.#endpoints.values(), ...(this.#others ? [this.#others] : [])];
	}

	#of(endpoint: string): Figures {
		const known = this.#endpoints.get(endpoint);
		if (known) return known;
		if (this.#endpoints.size >= MAX_ENDPOINTS) {
			this.#others ??= new Figures(this.#buckets);
			return this.#others;
		}
		const figures = new Figures(this.#buckets);
		this.#endpoints.set(endpoint, figures);
		return figures;
	}
}
