import { anchors } from './anchors.ts';
import { fewestEdits, joined } from './myers.ts';
import { type Budget, type Edit, type Gap, type Sequence, trimmed } from './sequence.ts';

/** Compared elements of one alignment: some 100 ms. */
const STEPS = 1 << 25;
/** Gaps with more elements than this on both sides are first divided at long equal stretches. */
const LONG = 2048;

export interface Alignment {
	/** In order, without overlaps; what is between them is equal. */
	readonly edits: readonly Edit[];
	/** Some edits are larger than necessary: an exact alignment would have taken too long. */
	readonly coarse: boolean;
}

/**
 * Aligns two sequences in bounded time and memory, whatever they contain: equal starts and ends, then long equal stretches, then the
 * fewest edits between them, and where that is too much work one edit for the gap. `block` is the length of a stretch that is worth
 * a division: 1 where elements are nearly unique. Exchanging the sequences exchanges the sides of each edit.
 */
export function align(x: Sequence, y: Sequence, block: number): Alignment {
	if (!isFirst(x, y)) {
		const { edits, coarse } = align(y, x, block);
		return { edits: edits.map(({ a, aEnd, b, bEnd }) => ({ a: b, aEnd: bEnd, b: a, bEnd: aEnd })), coarse };
	}
	const budget: Budget = { steps: STEPS };
	const whole = trimmed(x, y, { a: 0, aEnd: x.length, b: 0, bEnd: y.length });
	const edits: Edit[] = [];
	let coarse = false;
	for (const gap of divided(x, y, whole, block, budget)) {
		if (gap.a === gap.aEnd && gap.b === gap.bEnd) continue;
		const exact = gap.a === gap.aEnd || gap.b === gap.bEnd ? [gap] : fewestEdits(x, y, gap, budget);
		if (exact === undefined) coarse = true;
		edits.push(...(exact ?? [gap]));
	}
	return { edits: joined(edits), coarse };
}

/** An order of sequences, so that both ways of comparing two do the same. */
function isFirst(x: Sequence, y: Sequence): boolean {
	if (x.length !== y.length) return x.length < y.length;
	for (let i = 0; i < x.length; i++) {
		const [one, other] = [x[i] ?? 0, y[i] ?? 0];
		if (one !== other) return one < other;
	}
	return true;
}

/** The gaps between the long equal stretches of a gap. */
function divided(x: Sequence, y: Sequence, gap: Gap, block: number, budget: Budget): Gap[] {
	if (Math.min(gap.aEnd - gap.a, gap.bEnd - gap.b) <= LONG) return [gap];
	const gaps: Gap[] = [];
	let { a, b } = gap;
	for (const match of anchors(x, y, gap, block, budget)) {
		gaps.push(trimmed(x, y, { a, aEnd: match.a, b, bEnd: match.b }));
		a = match.a + match.length;
		b = match.b + match.length;
	}
	gaps.push(trimmed(x, y, { a, aEnd: gap.aEnd, b, bEnd: gap.bEnd }));
	return gaps;
}
