import { lowerBound } from '../../search/lower-bound.ts';
import { type Budget, equalAhead, equalBehind, type Gap, type Match, type Sequence } from './sequence.ts';

/** Blocks of the first sequence that are looked up: they bound the memory of the table. */
const MOST_BLOCKS = 1 << 15;
const PRIME = 0x01000193;

/**
 * Long equal stretches of two gaps, in order in both: the coarse alignment of data that is too long for an exact one. Each block of
 * the first whose content is unique there is searched at every place of the second by a rolling hash. Linear in both.
 */
export function anchors(x: Sequence, y: Sequence, gap: Gap, block: number, budget: Budget): Match[] {
	const size = block === 1 ? 1 : Math.max(block, Math.ceil((gap.aEnd - gap.a) / MOST_BLOCKS));
	if (gap.aEnd - gap.a < size || gap.bEnd - gap.b < size) return [];
	budget.steps -= gap.aEnd - gap.a + gap.bEnd - gap.b;
	const blocks = uniqueBlocks(x, gap, size);
	const found: Match[] = [];
	/** The second sequence is matched up to here: a long match is not found again at each of its bytes. */
	let past = gap.b;
	for (const [b, hash] of rolling(y, gap.b, gap.bEnd, size, 1)) {
		const a = blocks.get(hash);
		if (a === undefined || a < 0 || b < past) continue;
		const length = equalAhead(x, y, a, b, gap);
		if (length < size) continue;
		const back = equalBehind(x, y, a, b, { ...gap, b: past });
		found.push({ a: a - back, b: b - back, length: back + length });
		past = b + length;
	}
	return chained(found);
}

/** The place of each block that occurs once; -1 for one that occurs more often. */
function uniqueBlocks(x: Sequence, gap: Gap, size: number): Map<number, number> {
	const blocks = new Map<number, number>();
	for (const [a, hash] of rolling(x, gap.a, gap.aEnd, size, size)) blocks.set(hash, blocks.has(hash) ? -1 : a);
	return blocks;
}

/** The hash of the `size` elements at each `step`th place. Of one element: itself. */
function* rolling(
	values: Sequence,
	from: number,
	end: number,
	size: number,
	step: number,
): Generator<readonly [number, number]> {
	if (size === 1) {
		for (let at = from; at < end; at += step) yield [at, values[at] ?? 0];
		return;
	}
	let out = 1;
	for (let i = 1; i < size; i++) out = Math.imul(out, PRIME);
	let hash = 0;
	for (let at = from; at < end; at++) {
		if (at - from >= size) hash = (hash - Math.imul(out, (values[at - size] ?? 0) + 1)) | 0;
		hash = (Math.imul(hash, PRIME) + (values[at] ?? 0) + 1) | 0;
		const start = at - size + 1;
		if (start >= from && (start - from) % step === 0) yield [start, hash];
	}
}

/** The longest chain of matches that follow each other in both; they are in order in the second. */
function chained(matches: readonly Match[]): Match[] {
	/** For each length of a chain: the match that ends it earliest in the first sequence. */
	const ends: number[] = [];
	const before = new Int32Array(matches.length).fill(-1);
	for (const [i, { a }] of matches.entries()) {
		const at = lowerBound(0, ends.length, (length) => (matches[ends[length] ?? 0]?.a ?? 0) < a);
		if (at > 0) before[i] = ends[at - 1] ?? -1;
		ends[at] = i;
	}
	const chain: Match[] = [];
	for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
		const match = matches[i];
		if (match !== undefined) chain.push(match);
	}
	return withoutOverlaps(chain.reverse());
}

function withoutOverlaps(chain: readonly Match[]): Match[] {
	const result: Match[] = [];
	let aEnd = 0;
	for (const { a, b, length } of chain) {
		const skip = Math.max(0, aEnd - a);
		if (skip >= length) continue;
		result.push({ a: a + skip, b: b + skip, length: length - skip });
		aEnd = a + length;
	}
	return result;
}
