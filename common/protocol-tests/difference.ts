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

/** A difference as lines: the byte where it begins, then both sides in hex and ASCII with markers under the differing bytes. */
export function differenceLines({ at, start, expected, got }: Difference): string[] {
	const lines = [
		`At byte ${at} (0x${at.toString(16)}): expected ${byteAt(expected, at - start)}, got ${byteAt(got, at - start)}.`,
	];
	const end = Math.max(expected.length, got.length);
	for (let from = 0; from < end; from += WIDTH) {
		const row = (bytes: Uint8Array): string => {
			const part = bytes.subarray(from, from + WIDTH);
			return `${toHex(part, ' ').padEnd(WIDTH * 3 - 1)}  ${toAscii(part)}`.trimEnd();
		};
		const signs = Array.from({ length: Math.min(WIDTH, end - from) }, (_, i) =>
			expected[from + i] === got[from + i] ? '  ' : '^^',
		);
		const offset = (start + from).toString(16).padStart(4, '0');
		lines.push(`expected ${offset}  ${row(expected)}`, `got      ${offset}  ${row(got)}`);
		const marks = signs.join(' ').trimEnd();
		if (marks !== '') lines.push(`               ${marks}`);
	}
	return lines;
}
