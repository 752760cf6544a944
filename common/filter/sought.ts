import type { CharsetName } from '../payload/charsets/names.ts';
import type { Filter } from './ast.ts';
import { locator, type Needle } from './find.ts';
import { byteNeedle, bytesOf, needleOf } from './needle-of.ts';
import { perCharset } from './per-charset.ts';
import { compileRegex, type Place } from './regex.ts';
import { soughtTerms } from './terms.ts';

export type { Place } from './regex.ts';

/** Finds the places of sought terms in one content: the first that begins at or after `from`. */
type PlaceFinder = (from: number) => Place | undefined;

/** What to light up in a content. */
export interface Sought {
	/**
	 * Places in order, without overlaps, that begin from `from` up to, but without, `to`; `most` at most. Where several
	 * begin at the same byte, the longest. Empty matches of a regular expression are no places. `charset`: of the content.
	 */
	places(content: Uint8Array, from: number, to: number, most: number, charset: CharsetName): Place[];
}

/** What a filter looks for in content, beside all other conditions; undefined where that is nothing. Throws FilterError. */
export function soughtIn(filter: Filter): Sought | undefined {
	const terms = soughtTerms(filter).map((term) => perCharset((charset) => termFinder(term, charset)));
	if (terms.length === 0) return undefined;
	return soughtBy((charset) => terms.flatMap((termIn) => termIn(charset) ?? []));
}

/** The same for bytes, at least one; `anyCase` ignores the case of ASCII letters. */
export function soughtBytes(bytes: Uint8Array, anyCase: boolean): Sought {
	const terms = [fixed(byteNeedle(bytes, anyCase))];
	return soughtBy(() => terms);
}

type Term = (content: Uint8Array) => PlaceFinder;

function soughtBy(termsIn: (charset: CharsetName) => readonly Term[]): Sought {
	return {
		places(content, from, to, most, charset) {
			const finders = termsIn(charset).map((term) => term(content));
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

function termFinder(term: Filter, charset: CharsetName): Term | undefined {
	if (term.type === 'hex') return fixed(byteNeedle(bytesOf(term.hex), false));
	if (term.type === 'regex') {
		const { scan } = compileRegex(term, charset);
		return scan;
	}
	if (term.type !== 'word' && term.type !== 'text') return undefined;
	const needle = needleOf(term.text, term.type === 'word' || !term.exact, charset);
	return needle && fixed(needle);
}

function fixed(needle: Needle): Term {
	const locate = locator(needle);
	const { length } = needle.bytes;
	return (content) => (from) => {
		const at = locate(content, from);
		return at < 0 ? undefined : { from: at, to: at + length };
	};
}
