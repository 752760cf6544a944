import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INDEX_HEADER_BYTES, INDEX_ROW_BYTES, rowWords, sealRow } from './format/index-file.ts';

/** Writes the given times of the first events: nanoseconds, in any order. */
export function setTimes(folder: string, times: readonly number[]): void {
	const file = join(folder, 'capture-000001.index');
	const index = readFileSync(file);
	for (const [i, time] of times.entries()) {
		index.writeBigUInt64LE(10n ** 18n + BigInt(time), INDEX_HEADER_BYTES + i * INDEX_ROW_BYTES);
	}
	const words = rowWords(index.subarray(INDEX_HEADER_BYTES));
	for (let i = 0; i < times.length; i++) sealRow(words, (i * INDEX_ROW_BYTES) / 4);
	writeFileSync(
		file,
		Buffer.concat([
			index.subarray(0, INDEX_HEADER_BYTES),
			Buffer.from(words.buffer, words.byteOffset, words.byteLength),
		]),
	);
}
