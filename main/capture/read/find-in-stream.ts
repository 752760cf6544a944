import { Find, type FindAnswer, type Place } from './conversation/find.ts';
import type { Said } from './conversation/said.ts';

/** Bytes to search from a place on, or before it. `anyCase`: ignores the case of ASCII letters. */
interface FindQuestion extends Place {
	readonly bytes: Uint8Array;
	readonly anyCase: boolean;
	readonly backwards: boolean;
}

/** Time limit of one answer, in ms. */
const FIND_MS = 25;

/** Searches bytes among the first `stored` events; an answer with `next` continues from there. */
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
