import { type Budget, type Edit, equalAhead, type Gap, type Sequence } from './sequence.ts';

/** Inserted and missing elements of one gap that are found exactly: their trace takes 4 MiB at most. */
const MOST_EDITS = 1024;

/**
 * The fewest edits that make one gap of two sequences equal, in order (Myers, 1986, the greedy form). Undefined where more than
 * `MOST_EDITS` are needed, or where the budget is used up.
 */
export function fewestEdits(x: Sequence, y: Sequence, gap: Gap, budget: Budget): Edit[] | undefined {
	const [n, m] = [gap.aEnd - gap.a, gap.bEnd - gap.b];
	const most = Math.min(n + m, MOST_EDITS);
	if (Math.abs(n - m) > most) return undefined;
	/** The furthest place on each diagonal, by diagonal + most + 1. */
	const furthest = new Int32Array(2 * most + 3);
	/** The diagonals -d to d as they were before round d. */
	const trace: Int32Array[] = [];
	for (let d = 0; d <= most; d++) {
		trace.push(furthest.slice(most + 1 - d, most + 2 + d));
		for (let k = -d; k <= d; k += 2) {
			const at = most + 1 + k;
			const [below, above] = [furthest[at - 1] ?? 0, furthest[at + 1] ?? 0];
			const from = k === -d || (k !== d && below < above) ? above : below + 1;
			// Outside of the gap: a diagonal that has left it needs no more work.
			if (from > n || from - k > m) {
				furthest[at] = from;
				continue;
			}
			const equal = equalAhead(x, y, gap.a + from, gap.b + from - k, gap);
			furthest[at] = from + equal;
			budget.steps -= equal + 1;
			if (from + equal === n && from + equal - k === m) return traced(trace, gap, d, k);
		}
		if (budget.steps < 0) return undefined;
	}
	return undefined;
}

/** Walks back from the end of the gap on diagonal `last` after `rounds` edits. */
function traced(trace: readonly Int32Array[], gap: Gap, rounds: number, last: number): Edit[] {
	const edits: Edit[] = [];
	let k = last;
	for (let d = rounds; d > 0; d--) {
		const before = trace[d] ?? new Int32Array(0);
		const place = (diagonal: number): number => before[diagonal + d] ?? 0;
		const inserts = k === -d || (k !== d && place(k - 1) < place(k + 1));
		const from = inserts ? place(k + 1) : place(k - 1);
		const previous = inserts ? k + 1 : k - 1;
		const [a, b] = [gap.a + from, gap.b + from - previous];
		edits.push(inserts ? { a, aEnd: a, b, bEnd: b + 1 } : { a, aEnd: a + 1, b, bEnd: b });
		k = previous;
	}
	return joined(edits.reverse());
}

/** Edits that touch are one. */
export function joined(edits: readonly Edit[]): Edit[] {
	const result: Edit[] = [];
	for (const edit of edits) {
		const last = result.at(-1);
		if (last !== undefined && last.aEnd === edit.a && last.bEnd === edit.b) {
			result[result.length - 1] = { ...last, aEnd: edit.aEnd, bEnd: edit.bEnd };
		} else result.push(edit);
	}
	return result;
}
