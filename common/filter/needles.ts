import { encodeText } from '../payload/text.ts';
import type { Filter } from './ast.ts';
import { bytesOf } from './hex.ts';

/** A byte pattern; `folded`: ignores the case of ASCII letters. */
export interface Needle {
	readonly bytes: Uint8Array;
	readonly folded: boolean;
}

/**
 * Patterns of which an event's content must contain at least one to match the filter; undefined where the filter
 * implies none. Content without any of them needs no full test.
 */
export function neededBytes(filter: Filter): readonly Needle[] | undefined {
	switch (filter.type) {
		case 'text': {
			const needle = encodeText(filter.text);
			return needle.ok ? [{ bytes: needle.bytes, folded: !filter.exact }] : undefined;
		}
		case 'hex':
			return [{ bytes: bytesOf(filter.hex), folded: false }];
		case 'and':
			// Any of them is enough: the longest is usually the rarest.
			return filter.items
				.flatMap((item) => {
					const needles = neededBytes(item);
					return needles === undefined ? [] : [needles];
				})
				.sort((a, b) => shortest(b) - shortest(a))[0];
		case 'or': {
			const each = filter.items.map(neededBytes);
			return each.every((needles) => needles !== undefined) ? each.flat() : undefined;
		}
		default:
			return undefined;
	}
}

function shortest(needles: readonly Needle[]): number {
	return Math.min(...needles.map(({ bytes }) => bytes.length));
}
