/** Messages of a region, on either side, among which pairs are looked for by content. */
export const MOST_SIMILAR = 32;

/** How much of two byte strings is equal at their starts and ends, from 0 to 1. */
export function similarity(x: Uint8Array, y: Uint8Array): number {
	const [least, most] = [Math.min(x.length, y.length), Math.max(x.length, y.length)];
	if (most === 0) return 1;
	let ahead = 0;
	while (ahead < least && x[ahead] === y[ahead]) ahead++;
	let behind = 0;
	while (behind < least - ahead && x[x.length - 1 - behind] === y[y.length - 1 - behind]) behind++;
	return (ahead + behind) / most;
}

/** A pair of a region, by index; one of them is missing in a region of unequal counts. */
export interface Pair {
	readonly a?: number;
	readonly b?: number;
}

/**
 * Pairs `n` messages with `m` others in order, all of the fewer ones, so that the sum of what `alike` returns is the largest.
 */
export function pairs(n: number, m: number, alike: (a: number, b: number) => number): Pair[] {
	const width = m + 1;
	/** The best sum of messages from a and from b on. Any pair is better than none. */
	const best = new Float64Array((n + 1) * width);
	const at = (a: number, b: number): number => best[a * width + b] ?? 0;
	const score = new Float64Array(n * m);
	for (let a = n - 1; a >= 0; a--) {
		for (let b = m - 1; b >= 0; b--) {
			const together = alike(a, b) + 1;
			score[a * m + b] = together;
			best[a * width + b] = Math.max(together + at(a + 1, b + 1), at(a + 1, b), at(a, b + 1));
		}
	}
	const result: Pair[] = [];
	let [a, b] = [0, 0];
	while (a < n && b < m) {
		if (at(a, b) === (score[a * m + b] ?? 0) + at(a + 1, b + 1)) result.push({ a: a++, b: b++ });
		else if (at(a, b) === at(a + 1, b)) result.push({ a: a++ });
		else result.push({ b: b++ });
	}
	while (a < n) result.push({ a: a++ });
	while (b < m) result.push({ b: b++ });
	return result;
}

/** Pairs messages by their order alone. */
export function pairsInOrder(n: number, m: number): Pair[] {
	return Array.from({ length: Math.max(n, m) }, (_, i) => (i >= n ? { b: i } : i >= m ? { a: i } : { a: i, b: i }));
}
