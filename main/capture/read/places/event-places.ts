import type { Place, Sought } from '../../../../common/filter/run.ts';
import type { Content } from '../items/content.ts';

/** Bytes of an event in which matches of one search begin. */
const WINDOW = 64 * 1024;
/** Bytes that are read beyond: what is longer is shown up to there. */
const BEYOND = 64 * 1024;
/**
 * Bytes of all events of a query that are searched for the places of its rows or lines. Not a time: on a slow machine rows in view
 * would have no places, and nobody would ask again.
 */
export const QUERY_BYTES = 4 << 20;

export interface FoundPlaces {
	readonly places: Place[];
	/** Offset to go on at; undefined at the end of the content. */
	readonly next?: number;
}

/**
 * Places that begin from `from` on, `most` at most; stops early, after at least one window, when the time `until` by
 * performance.now() has come.
 */
export function eventPlaces(content: Content, sought: Sought, from: number, most: number, until: number): FoundPlaces {
	const places: Place[] = [];
	for (let at = from; at < content.length; ) {
		const end = Math.min(content.length, at + WINDOW);
		// With the byte before, the start of a window is no start of a line or a word.
		const start = Math.max(0, at - 1);
		const bytes = content.read(start, end - start + BEYOND);
		const found = sought.places(bytes, at - start, end - start, most - places.length, content.charset);
		for (const place of found) places.push({ from: place.from + start, to: place.to + start });
		at = Math.max(end, places.at(-1)?.to ?? 0);
		if (places.length >= most) return { places, next: places.at(-1)?.to ?? at };
		if (at < content.length && performance.now() >= until) return { places, next: at };
	}
	return { places };
}

/** The first places from `from` on, `most` at most, in the whole content. */
export function placesIn(content: Content, sought: Sought, from: number, most: number): Place[] {
	return eventPlaces(content, sought, from, most, Number.POSITIVE_INFINITY).places;
}
