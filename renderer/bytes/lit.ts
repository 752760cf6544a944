import { lowerBound } from '../../common/search/lower-bound.ts';
import type { ByteRange } from './visible-text.ts';

/** Places to light up, in order and without overlaps, and the current one of them. */
export interface Lit {
	readonly places: readonly ByteRange[];
	/** Index of the current place; -1 for none. */
	readonly at: number;
}

export const NOTHING_LIT: Lit = { places: [], at: -1 };

/** The places that lie in bytes [from, end), with offsets from `from`. */
export function litWithin({ places, at }: Lit, from: number, end: number): Lit {
	const first = lowerBound(0, places.length, (i) => (places[i]?.to ?? 0) <= from);
	let last = first;
	while ((places[last]?.from ?? Number.POSITIVE_INFINITY) < end) last++;
	if (first === last) return NOTHING_LIT;
	const within = places.slice(first, last).map((place) => ({ from: place.from - from, to: place.to - from }));
	return { places: within, at: at >= first && at < last ? at - first : -1 };
}

/** Bytes from `from` up to, but without, `to`: of one place, or between places. */
export interface LitPart extends ByteRange {
	/** Index of the place; undefined between places. */
	readonly place: number | undefined;
}

/** Splits `length` bytes at the places. */
export function litParts(places: readonly ByteRange[], length: number): LitPart[] {
	const parts: LitPart[] = [];
	let at = 0;
	for (const [place, { from, to }] of places.entries()) {
		const [start, end] = [Math.max(at, Math.min(from, length)), Math.min(to, length)];
		if (end <= start) continue;
		if (start > at) parts.push({ from: at, to: start, place: undefined });
		parts.push({ from: start, to: end, place });
		at = end;
	}
	if (at < length) parts.push({ from: at, to: length, place: undefined });
	return parts;
}
