import { compareByPlace } from '../diff/bytes/bytes.ts';
import { differenceExcerpt } from '../diff/bytes/lines.ts';
import { toAscii, toHex } from '../payload/index.ts';
import { testDifference as english } from '../words/en/dialogs/test-difference.ts';
import type { Texts } from '../words/locale/texts.ts';
import type { Difference } from './difference-schema.ts';

/** Bytes per line in a difference, and of an excerpt. */
const WIDTH = 16;
const MOST = 4 * WIDTH;

/** The excerpt of a difference at `at`: from the start of its line, a few lines. */
export function excerpt(at: number, expected: Uint8Array, got: Uint8Array): Difference {
	const start = at - (at % WIDTH);
	return { at, start, expected: expected.slice(start, start + MOST), got: got.slice(start, start + MOST) };
}

/** What the lines say beside the bytes. */
export type DifferenceWords = Texts<typeof english>;

function byteAt(bytes: Uint8Array, at: number, { nothing }: DifferenceWords): string {
	const byte = bytes[at];
	return byte === undefined ? nothing : `${toHex(bytes.subarray(at, at + 1))} “${toAscii(bytes.subarray(at, at + 1))}”`;
}

/** A difference as lines: the byte where it begins, then both sides in hex and ASCII with signs under the differing bytes. */
export function differenceLines({ at, start, expected, got }: Difference, words: DifferenceWords = english): string[] {
	return [
		words.at(at, at.toString(16), byteAt(expected, at - start, words), byteAt(got, at - start, words)),
		...differenceExcerpt(compareByPlace(expected, got), {
			a: { name: words.expected, bytes: expected },
			b: { name: words.got, bytes: got },
			aAt: start,
			bAt: start,
		}),
	];
}
