import { MAX_BLOCK_BYTES } from '../pcapng/format.ts';
import { type BlockPlace, parseBlock } from '../pcapng/parse.ts';
import type { PositionedFile } from '../reader/file.ts';

const WINDOW_BYTES = 1 << 20;

/** A block with the bytes it lies in: `bytes` hold the file from byte `base` on. */
export interface ScannedBlock {
	readonly bytes: Uint8Array;
	readonly base: number;
	readonly place: BlockPlace;
}

/**
 * Walks the blocks of a file through a window, so that memory stays flat. Ends at the end of the file or before a
 * block that the file's end cuts off; throws PcapngError where a block is impossible.
 */
export function* scanBlocks(file: PositionedFile): Generator<ScannedBlock, void, void> {
	const size = file.size;
	let base = 0;
	let bytes: Uint8Array = new Uint8Array(0);
	let wanted = WINDOW_BYTES;
	let at = 0;
	while (base + at < size) {
		const place = parseBlock(bytes, at, base);
		if (place) {
			yield { bytes, base, place };
			at += place.length;
			wanted = WINDOW_BYTES;
			continue;
		}
		if (base + bytes.length >= size && bytes.length > 0) return;
		if (at === 0 && bytes.length > 0) wanted *= 2;
		if (wanted > MAX_BLOCK_BYTES * 2) return;
		base += at;
		at = 0;
		bytes = file.read(base, wanted);
		if (bytes.length === 0) return;
	}
}
