import { encodeText } from '../payload/text.ts';
import type { Filter } from './ast.ts';
import { bytesOf } from './hex.ts';

/** Bytes to look for; `folded`: in any case of their ASCII letters. */
export interface Needle {
	readonly bytes: Uint8Array;
	readonly folded: boolean;
}

/**
 * Bytes of which an event's content must hold at least one if a filter is to let the event through on account of its
 * content; undefined where nothing can be said. What holds none of them needs no closer look.
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
			// Any of them will do: the longest is the rarest, as a rule.
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
