import type { Charset } from '../../../common/payload/index.ts';

/** Bytes of text shown at once: enough to read, and quick to lay out. */
export const WINDOW_BYTES = 64 * 1024;
/** Maximum missing bytes of a character. */
const REST = 3;
/** Bytes fetched before a window, to find the first character boundary. Even, for charsets of two bytes. */
const BEFORE = 4096;

/** The bytes to fetch for window `index`: its own, some before it, and the rest of a character split at its end. */
export function windowRange(index: number, total: number): { from: number; end: number } {
	const start = Math.min(index * WINDOW_BYTES, total);
	return { from: Math.max(0, start - BEFORE), end: Math.min(start + WINDOW_BYTES + REST, total) };
}

export function windowCount(total: number): number {
	return Math.max(1, Math.ceil(total / WINDOW_BYTES));
}

/** The first character boundary at or after `boundary`. */
function beginning(bytes: Uint8Array, boundary: number, charset: Charset): number {
	const character = { code: 0, length: 1 };
	let at = charset.stepBack(bytes, boundary);
	while (at < boundary) {
		charset.decode(bytes, at, character);
		at += character.length;
	}
	return at;
}

/** The part of the fetched bytes that window `index` shows, so that each byte is in one window and no character is split. */
export function windowBytes(index: number, fetched: Uint8Array, charset: Charset): Uint8Array {
	const start = index === 0 ? 0 : BEFORE;
	const end = start + WINDOW_BYTES;
	return fetched.subarray(
		index === 0 ? 0 : beginning(fetched, start, charset),
		end < fetched.length ? beginning(fetched, end, charset) : fetched.length,
	);
}
