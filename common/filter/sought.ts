import { encodeText } from '../payload/text.ts';
import type { Filter } from './ast.ts';
import { foldedLocator, type Locator, plainLocator } from './find.ts';
import { bytesOf } from './hex.ts';
import { compileRegex, type Place } from './regex.ts';
import { soughtTerms } from './terms.ts';

export type { Place } from './regex.ts';

/** Finds the places of sought terms in one content: the first that begins at or after `from`. */
type PlaceFinder = (from: number) => Place | undefined;

/** What to light up in a content. */
export interface Sought {
	/**
	 * Places in order, without overlaps, that begin from `from` up to, but without, `to`; `most` at most. Where several
	 * begin at the same byte, the longest. Empty matches of a regular expression are no places.
	 */
	places(content: Uint8Array, from: number, to: number, most: number): Place[];
}

/** What a filter looks for in content, beside all other conditions; undefined where that is nothing. Throws FilterError. */
export function soughtIn(filter: Filter): Sought | undefined {
	const terms = soughtTerms(filter).flatMap((term) => termFinder(term) ?? []);
	return terms.length === 0 ? undefined : soughtBy(terms);
}

/** The same for bytes, at least one; `anyCase` ignores the case of ASCII letters. */
export function soughtBytes(bytes: Uint8Array, anyCase: boolean): Sought {
	return soughtBy([fixed(bytes, anyCase)]);
}

type Term = (content: Uint8Array) => PlaceFinder;

function soughtBy(terms: readonly Term[]): Sought {
	return {
		places(content, from, to, most) {
			const finders = terms.map((term) => term(content));
			const next: (Place | undefined)[] = finders.map((find) => find(from));
			const found: Place[] = [];
			while (found.length < most) {
				const first = next.reduce(earlier, undefined);
				if (first === undefined || first.from >= to) break;
				found.push(first);
				for (const [i, find] of finders.entries()) {
					const place = next[i];
					if (place !== undefined && place.from < first.to) next[i] = find(first.to);
				}
			}
			return found;
		},
	};
}

function earlier(a: Place | undefined, b: Place | undefined): Place | undefined {
	if (a === undefined || b === undefined) return a ?? b;
	return b.from < a.from || (b.from === a.from && b.to > a.to) ? b : a;
}

function termFinder(term: Filter): Term | undefined {
	if (term.type === 'hex') return fixed(bytesOf(term.hex), false);
	if (term.type === 'regex') {
		const { scan } = compileRegex(term);
		return scan;
	}
	if (term.type !== 'word' && term.type !== 'text') return undefined;
	const needle = encodeText(term.text);
	return needle.ok ? fixed(needle.bytes, term.type === 'word' || !term.exact) : undefined;
}

function fixed(bytes: Uint8Array, anyCase: boolean): Term {
	const locate: Locator = anyCase ? foldedLocator(bytes) : plainLocator(bytes);
	return (content) => (from) => {
		const at = locate(content, from);
		return at < 0 ? undefined : { from: at, to: at + bytes.length };
	};
}
