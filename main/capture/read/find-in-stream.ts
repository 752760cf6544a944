import { Find, type FindAnswer, type Place } from './conversation/find.ts';
import type { Said } from './conversation/said.ts';

/** Bytes to look for from a place on, or before it. `anyCase`: ASCII letters of either case are the same. */
interface FindQuestion extends Place {
	readonly bytes: Uint8Array;
	readonly anyCase: boolean;
	readonly backwards: boolean;
}

/** One answer takes no longer than this, in ms. */
const FIND_MS = 25;

/** Looks for bytes among the first `stored` events; an answer with `next` goes on from there. */
export function findInStream(
	said: Said,
	{ bytes, anyCase, backwards, n, offset }: FindQuestion,
	stored: number,
): FindAnswer {
	const search = new Find(said, bytes, anyCase);
	const until = performance.now() + FIND_MS;
	const place = { n, offset };
	return backwards ? search.backwards(place, stored, until) : search.forwards(place, stored, until);
}
