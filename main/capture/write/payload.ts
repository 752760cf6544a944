import type { Batch } from './batch.ts';

/** Size from which a memory copy is faster than one word at a time. */
export const BULK_BYTES = 512;

/**
 * Copies `length` bytes, at least `BULK_BYTES`, from byte `start` to the end of the batch, and pads them with zeros to whole
 * words. Returns the word of the batch where they begin.
 */
export function copyLong(batch: Batch, bytes: Buffer, start: number, length: number): number {
	const to = batch.word;
	const count = (length + 3) >>> 2;
	const spare = count * 4 - length;
	bytes.copy(batch.bytes, to * 4, start, start + length);
	if (spare > 0) maskLast(batch.words, to + count - 1, spare);
	batch.word = to + count;
	return to;
}

/**
 * The same for fewer bytes, of `bytes` and `words`, which are the same memory. Returns their checksum sum. Fastest where `start`
 * is a multiple of 4.
 */
export function copyShort(batch: Batch, bytes: Buffer, words: Uint32Array, start: number, length: number): number {
	if ((start & 3) !== 0) return copyBytes(batch, bytes, start, length);
	const target = batch.words;
	const count = (length + 3) >>> 2;
	const to = batch.word;
	const spare = count * 4 - length;
	const from = start >>> 2;
	let low = 0;
	let high = 0;
	for (let i = 0; i < count; i++) {
		let word = words[from + i] ?? 0;
		if (i === count - 1 && spare > 0) word &= 0xffff_ffff >>> (spare * 8);
		target[to + i] = word;
		low = (low + (word & 0xffff)) | 0;
		high = (high + (word >>> 16)) | 0;
	}
	batch.word = to + count;
	return low + high;
}

/** A short unaligned piece: assembled byte by byte, which is faster than a call into the engine. */
function copyBytes(batch: Batch, bytes: Buffer, start: number, length: number): number {
	const target = batch.words;
	const whole = start + (length & ~3);
	let low = 0;
	let high = 0;
	let to = batch.word;
	let at = start;
	for (; at < whole; at += 4) {
		const first = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
		const second = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
		target[to++] = first | (second << 16);
		low += first;
		high += second;
	}
	const rest = length & 3;
	if (rest > 0) {
		const first = (bytes[at] ?? 0) | (rest > 1 ? (bytes[at + 1] ?? 0) << 8 : 0);
		const second = rest > 2 ? (bytes[at + 2] ?? 0) : 0;
		target[to++] = first | (second << 16);
		low += first;
		high += second;
	}
	batch.word = to;
	return low + high;
}

function maskLast(words: Uint32Array, at: number, spare: number): void {
	words[at] = (words[at] ?? 0) & (0xffff_ffff >>> (spare * 8));
}
