import { sumManyWords } from '../packet/checksum.ts';
import type { Batch } from './batch.ts';

/** Bytes from which on a copy of whole blocks of memory beats one word at a time. */
const BULK = 512;

/**
 * Copies `length` bytes, which begin at byte `start` (a multiple of 4) of the ring, to the end of the batch, fills up
 * with zeros to whole words, and gives their checksum sum.
 */
export function copyPayload(batch: Batch, bytes: Buffer, words: Uint32Array, start: number, length: number): number {
	const target = batch.words;
	const count = (length + 3) >>> 2;
	const to = batch.word;
	const spare = count * 4 - length;
	const from = start >>> 2;
	if (length >= BULK) {
		bytes.copy(batch.bytes, to * 4, start, start + length);
		if (spare > 0) maskLast(target, to + count - 1, spare);
		batch.word = to + count;
		return sumManyWords(target, to, count);
	}
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

function maskLast(words: Uint32Array, at: number, spare: number): void {
	words[at] = (words[at] ?? 0) & (0xffff_ffff >>> (spare * 8));
}
