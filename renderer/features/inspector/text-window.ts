import type { Charset } from '../../../common/payload/index.ts';

/** Bytes of text shown at once: more than anyone reads, and little enough to be laid out at once. */
export const WINDOW_BYTES = 64 * 1024;
/** Longest rest of a character. */
const REST = 3;
/** What is fetched in front of a window, to tell where in it a character begins. Even, for charsets of two bytes. */
const BEFORE = 4096;

/** The bytes to fetch for window `index`: its own, some before it, and what a character cut at its end still needs. */
export function windowRange(index: number, total: number): { from: number; end: number } {
	const start = Math.min(index * WINDOW_BYTES, total);
	return { from: Math.max(0, start - BEFORE), end: Math.min(start + WINDOW_BYTES + REST, total) };
}

export function windowCount(total: number): number {
	return Math.max(1, Math.ceil(total / WINDOW_BYTES));
}

/** The first place from `boundary` on where a character begins. */
function beginning(bytes: Uint8Array, boundary: number, charset: Charset): number {
	const character = { code: 0, length: 1 };
	let at = charset.stepBack(bytes, boundary);
	while (at < boundary) {
		charset.decode(bytes, at, character);
		at += character.length;
	}
	return at;
}

/** What window `index` shows of its fetched bytes, so that each byte stands in one window and no character is cut. */
export function windowBytes(index: number, fetched: Uint8Array, charset: Charset): Uint8Array {
	const start = index === 0 ? 0 : BEFORE;
	const end = start + WINDOW_BYTES;
	return fetched.subarray(
		index === 0 ? 0 : beginning(fetched, start, charset),
		end < fetched.length ? beginning(fetched, end, charset) : fetched.length,
	);
}
