import type { StatisticFigures } from '../../../../common/contract/calls/figures/statistics.ts';
import type { StatisticColumn } from '../../../../common/statistics/columns.ts';
import { bucketMiddle, bucketOf } from '../../../../common/statistics/spread.ts';
import { Growing } from './growing.ts';

/** Distinct answer times that are kept apart, of all groups together: 24 MiB of them. */
const MAX_NODES = 2_000_000;
/** The end of a list. */
const NONE = 0;

export type AnswerColumn = Extract<StatisticColumn, 'answers' | 'answerMean' | 'p50' | 'p90' | 'p99' | 'answerMax'>;
type AnswerFigures = NonNullable<StatisticFigures['answers']>;

/**
 * The answer times of numbered groups. Most groups have few distinct ones, so each has a list of its buckets, the least
 * first, in memory that all share. When that is used up, a new time counts in the nearest bucket that its group has.
 */
export class Answers {
	readonly #counts = new Growing(Float64Array);
	readonly #sums = new Growing(Float64Array);
	readonly #most = new Growing(Float64Array);
	readonly #heads = new Growing(Uint32Array);
	/** The lists: bucket, count and number of the next node. Node 0 is none. */
	readonly #bucket = new Growing(Uint16Array);
	readonly #number = new Growing(Uint32Array);
	readonly #next = new Growing(Uint32Array);
	readonly #maxNodes: number;

	constructor(maxNodes = MAX_NODES) {
		this.#maxNodes = maxNodes;
		this.#node(0, 0, NONE);
	}

	/** A group without answers. */
	add(): void {
		this.#counts.push(0);
		this.#sums.push(0);
		this.#most.push(0);
		this.#heads.push(NONE);
	}

	/** @param took ns */
	count(group: number, took: number): void {
		this.#counts.set(group, this.#counts.at(group) + 1);
		this.#sums.set(group, this.#sums.at(group) + took);
		if (took > this.#most.at(group)) this.#most.set(group, took);
		this.#inList(group, bucketOf(took));
	}

	read(group: number): AnswerFigures | undefined {
		const count = this.#counts.at(group);
		if (count === 0) return undefined;
		const mean = this.#sums.at(group) / count;
		const [p50, p90, p99] = [0.5, 0.9, 0.99].map((share) => this.#percentile(group, share));
		const max = this.#most.at(group);
		return { count, mean, p50: p50 ?? 0, p90: p90 ?? 0, p99: p99 ?? 0, max };
	}

	/** Undefined without answers. */
	value(group: number, column: AnswerColumn): number | undefined {
		const count = this.#counts.at(group);
		if (column === 'answers') return count;
		if (count === 0) return undefined;
		if (column === 'answerMean') return this.#sums.at(group) / count;
		if (column === 'answerMax') return this.#most.at(group);
		return this.#percentile(group, column === 'p50' ? 0.5 : column === 'p90' ? 0.9 : 0.99);
	}

	/** The value that a share of the answers is at most: by the nearest rank, to the width of a bucket. */
	#percentile(group: number, share: number): number {
		let rank = Math.ceil(share * this.#counts.at(group));
		let at = this.#heads.at(group);
		for (let next = at; next !== NONE && rank > 0; next = this.#next.at(next)) {
			at = next;
			rank -= this.#number.at(next);
		}
		return Math.min(bucketMiddle(this.#bucket.at(at)), this.#most.at(group));
	}

	#inList(group: number, bucket: number): void {
		let before = NONE;
		let at = this.#heads.at(group);
		while (at !== NONE && this.#bucket.at(at) < bucket) {
			before = at;
			at = this.#next.at(at);
		}
		const isKnown = at !== NONE && this.#bucket.at(at) === bucket;
		const isFull = this.#bucket.count >= this.#maxNodes;
		if (isKnown || (isFull && (at !== NONE || before !== NONE))) {
			const into = isKnown || before === NONE ? at : before;
			this.#number.set(into, this.#number.at(into) + 1);
			return;
		}
		// A group's first answer always has a node: their number is that of the groups.
		const node = this.#node(bucket, 1, at);
		if (before === NONE) this.#heads.set(group, node);
		else this.#next.set(before, node);
	}

	#node(bucket: number, count: number, next: number): number {
		this.#bucket.push(bucket);
		this.#number.push(count);
		return this.#next.push(next);
	}
}
