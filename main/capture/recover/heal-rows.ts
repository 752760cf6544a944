import type { PositionedFile } from '../format/file.ts';
import { INDEX_ROW_BYTES } from '../format/index-file.ts';
import { missingRow } from './merge-rows.ts';
import { scanRows } from './scan-segment.ts';

/**
 * Rebuilds the rows of a segment whose index is damaged while it is read: as many as in `earlier`, so that later
 * segments' events keep their positions. Offsets count from the file's base.
 */
export function healRows(file: PositionedFile, earlier: Uint32Array): Uint8Array {
	const count = (earlier.length * 4) / INDEX_ROW_BYTES;
	const healed = new Uint8Array(count * INDEX_ROW_BYTES);
	let done = 0;
	scanRows(file, { earlier }, (rows) => {
		const part = rows.subarray(0, healed.length - done);
		healed.set(part, done);
		done += part.length;
	});
	const words = new Uint32Array(healed.buffer);
	for (let n = done / INDEX_ROW_BYTES; n < count; n++) {
		words.set(missingRow(0, words, n), (n * INDEX_ROW_BYTES) / 4);
	}
	return healed;
}
