import { isContinuation } from '../../bytes/cut.ts';

/** Bytes of text shown at once: more than anyone reads, and little enough to be laid out at once. */
export const WINDOW_BYTES = 64 * 1024;
/** Longest rest of a UTF-8 character. */
const REST = 3;

/** The bytes to fetch for window `index`: its own, and what a character cut at its end still needs. */
export function windowRange(index: number, total: number): { from: number; end: number } {
	const from = Math.min(index * WINDOW_BYTES, total);
	return { from, end: Math.min(from + WINDOW_BYTES + REST, total) };
}

export function windowCount(total: number): number {
	return Math.max(1, Math.ceil(total / WINDOW_BYTES));
}

/** At most three continuation bytes at `at` belong to the character before. */
function restAt(bytes: Uint8Array, at: number): number {
	let rest = 0;
	while (rest < REST && at + rest < bytes.length && isContinuation(bytes[at + rest] ?? 0)) rest++;
	return rest;
}

/** What window `index` shows of its fetched bytes, so that each byte stands in one window and no character is cut. */
export function windowBytes(index: number, fetched: Uint8Array): Uint8Array {
	const start = index === 0 ? 0 : restAt(fetched, 0);
	const end = Math.min(fetched.length, WINDOW_BYTES);
	return fetched.subarray(start, end + (fetched.length > WINDOW_BYTES ? restAt(fetched, end) : 0));
}
