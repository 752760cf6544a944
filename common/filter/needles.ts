import { encodeText } from '../payload/text.ts';
import type { Filter } from './ast.ts';
import { bytesOf } from './hex.ts';

/** A byte pattern; `folded`: ignores the case of ASCII letters. */
export interface Needle {
	readonly bytes: Uint8Array;
	readonly folded: boolean;
}

/**
 * What a match needs of the content. `always`: one of the needles, whatever the fields are; `undecided`: one of them
 * where the fields left it open; none for a filter that fields always decide.
 */
interface Needs {
	readonly when: 'always' | 'undecided';
	readonly needles: readonly Needle[];
}

/**
 * Patterns of which an event's content must contain at least one to match the filter, where the fields alone did not
 * decide; undefined where the filter implies none. Content without any of them needs no full test.
 */
export function neededBytes(filter: Filter): readonly Needle[] | undefined {
	const needles = needsOf(filter)?.needles;
	return needles?.length === 0 ? undefined : needles;
}

function needsOf(filter: Filter): Needs | undefined {
	switch (filter.type) {
		case 'word':
		case 'text': {
			const needle = encodeText(filter.text);
			if (!needle.ok) return undefined;
			const folded = filter.type === 'word' || !filter.exact;
			return { when: filter.type === 'word' ? 'undecided' : 'always', needles: [{ bytes: needle.bytes, folded }] };
		}
		case 'hex':
			return { when: 'always', needles: [{ bytes: bytesOf(filter.hex), folded: false }] };
		case 'regex':
			return undefined;
		case 'and': {
			const all = filter.items.map(needsOf);
			const [best] = all
				.filter((needs) => needs?.when === 'always')
				// Any of them is enough: the longest is usually the rarest.
				.sort((a, b) => shortest(b?.needles ?? []) - shortest(a?.needles ?? []));
			return best ?? together(all);
		}
		case 'or':
			return together(filter.items.map(needsOf));
		case 'not':
			return needsOf(filter.item)?.needles.length === 0 ? { when: 'undecided', needles: [] } : undefined;
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
