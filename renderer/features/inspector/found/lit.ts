import { lowerBound } from '../../../../common/search/lower-bound.ts';
import { type FoundPlace, useFound } from '../../../app/state/capture/search/found.ts';

/** Places to light up, in order and without overlaps, and the current one of them. */
export interface Lit {
	readonly places: readonly FoundPlace[];
	/** Index of the current place; -1 for none. */
	readonly at: number;
}

const NONE: Lit = { places: [], at: -1 };

/** The places that lie in bytes [from, end), with offsets from `from`. */
export function litWithin({ places, at }: Lit, from: number, end: number): Lit {
	const first = lowerBound(0, places.length, (i) => (places[i]?.to ?? 0) <= from);
	let last = first;
	while ((places[last]?.from ?? Number.POSITIVE_INFINITY) < end) last++;
	if (first === last) return NONE;
	const within = places.slice(first, last).map((place) => ({ from: place.from - from, to: place.to - from }));
	return { places: within, at: at >= first && at < last ? at - first : -1 };
}

/** What is found in event `n`. */
export function useLit(n: number): Lit {
	const found = useFound();
	return found.event === n && found.places.length > 0 ? found : NONE;
}
