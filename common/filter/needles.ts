import type { CharsetName } from '../payload/charsets/names.ts';
import type { Filter } from './ast.ts';
import type { Needle } from './find.ts';
import { byteNeedle, bytesOf, needleOf } from './needle-of.ts';

/**
 * What a match needs of the content. `always`: one of the needles, whatever the fields are; `undecided`: one of them
 * where the fields left it open; none for a filter that fields always decide.
 */
interface Needs {
	readonly when: 'always' | 'undecided';
	readonly needles: readonly Needle[];
}

/**
 * Patterns, in the charset of its text, of which an event's content must contain at least one to match the filter, where the fields alone did not
 * decide; undefined where the filter implies none. Content without any of them needs no full test.
 */
export function neededBytes(filter: Filter, charset: CharsetName): readonly Needle[] | undefined {
	const needles = needsOf(filter, charset)?.needles;
	return needles?.length === 0 ? undefined : needles;
}

function needsOf(filter: Filter, charset: CharsetName): Needs | undefined {
	switch (filter.type) {
		case 'word':
		case 'text': {
			const needle = needleOf(filter.text, filter.type === 'word' || !filter.exact, charset);
			if (needle === undefined) return undefined;
			return { when: filter.type === 'word' ? 'undecided' : 'always', needles: [needle] };
		}
		case 'hex':
			return { when: 'always', needles: [byteNeedle(bytesOf(filter.hex), false)] };
		case 'regex':
		// Bytes may be compressed or masked, and what is compared is no bytes.
		case 'protocol':
		case 'decoded':
			return undefined;
		case 'and': {
			const all = filter.items.map((item) => needsOf(item, charset));
			const [best] = all
				.filter((needs) => needs?.when === 'always')
				// Any of them is enough: the longest is usually the rarest.
				.sort((a, b) => shortest(b?.needles ?? []) - shortest(a?.needles ?? []));
			return best ?? together(all);
		}
		case 'or':
			return together(filter.items.map((item) => needsOf(item, charset)));
		case 'not':
			return needsOf(filter.item, charset)?.needles.length === 0 ? { when: 'undecided', needles: [] } : undefined;
		default:
			return { when: 'undecided', needles: [] };
	}
}

/** One of several is open, and then needs one of its own. */
function together(all: readonly (Needs | undefined)[]): Needs | undefined {
	const known = all.filter((needs) => needs !== undefined);
	if (known.length < all.length) return undefined;
	const when = known.every((needs) => needs.when === 'always') ? 'always' : 'undecided';
	return { when, needles: known.flatMap(({ needles }) => needles) };
}

function shortest(needles: readonly Needle[]): number {
	return Math.min(...needles.map(({ bytes }) => bytes.length));
}
