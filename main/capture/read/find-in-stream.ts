import type { SoughtRequest } from '../../../common/contract/calls/find.ts';
import type { KnownProtocols } from '../../../common/filter/index.ts';
import { charsetAt } from './conversation/charset-at.ts';
import { Find, type FindAnswer, type Place } from './conversation/find.ts';
import { needleOf } from './conversation/needle.ts';
import type { Said } from './conversation/said.ts';

/** What to search for from a place on, or before it. */
interface FindQuestion extends Place {
	readonly sought: SoughtRequest;
	readonly backwards: boolean;
}

/** Time limit of one answer, in ms. */
const FIND_MS = 25;

/** Searches among the first `stored` events; an answer with `next` continues from there. */
export function findInStream(
	said: Said,
	{ sought, backwards, n, offset }: FindQuestion,
	stored: number,
	known: KnownProtocols,
): FindAnswer {
	const needle = needleOf(sought, charsetAt(said.cursor), known);
	if (needle === undefined) return {};
	const search = new Find(said, needle);
	const until = performance.now() + FIND_MS;
	const place = { n, offset };
	return backwards ? search.backwards(place, stored, until) : search.forwards(place, stored, until);
}
