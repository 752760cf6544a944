import { compareByPlace } from '../diff/bytes/bytes.ts';
import { differenceExcerpt } from '../diff/bytes/lines.ts';
import { toAscii, toHex } from '../payload/index.ts';
import type { Difference } from './difference-schema.ts';

/** Bytes per line in a difference, and of an excerpt. */
const WIDTH = 16;
const MOST = 4 * WIDTH;

/** The excerpt of a difference at `at`: from the start of its line, a few lines. */
export function excerpt(at: number, expected: Uint8Array, got: Uint8Array): Difference {
	const start = at - (at % WIDTH);
	return { at, start, expected: expected.slice(start, start + MOST), got: got.slice(start, start + MOST) };
}

function byteAt(bytes: Uint8Array, at: number): string {
	const byte = bytes[at];
	return byte === undefined
		? 'nothing'
		: `${toHex(bytes.subarray(at, at + 1))} “${toAscii(bytes.subarray(at, at + 1))}”`;
}

/** A difference as lines: the byte where it begins, then both sides in hex and ASCII with signs under the differing bytes. */
export function differenceLines({ at, start, expected, got }: Difference): string[] {
	return [
		`At byte ${at} (0x${at.toString(16)}): expected ${byteAt(expected, at - start)}, got ${byteAt(got, at - start)}.`,
		...differenceExcerpt(compareByPlace(expected, got), {
			a: { name: 'expected', bytes: expected },
			b: { name: 'got', bytes: got },
			aAt: start,
			bAt: start,
		}),
	];
}
