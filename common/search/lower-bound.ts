/**
 * The first index from `from` up to, but without, `to` of which `isBefore` does not hold; `to` where it holds of all. It
 * must hold of none behind that index: a binary search.
 */
export function lowerBound(from: number, to: number, isBefore: (index: number) => boolean): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isBefore(middle)) low = middle + 1;
		else high = middle;
	}
	return low;
}
