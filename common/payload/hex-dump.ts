import { toAscii } from './codec/ascii.ts';
import { toHex, toHexOffset } from './hex.ts';

/** One line of a dump: its offset, its bytes in hex, padded to the width of a full line, and in ASCII. */
export interface DumpLine {
	readonly offset: string;
	readonly hex: string;
	readonly ascii: string;
}

/** A dump with `width` bytes a line; offsets count from `start`. */
export function hexDump(bytes: Uint8Array, start = 0, width = 16): DumpLine[] {
	const lines: DumpLine[] = [];
	for (let at = 0; at < bytes.length; at += width) {
		const part = bytes.subarray(at, at + width);
		lines.push({
			offset: toHexOffset(start + at),
			hex: toHex(part, ' ').padEnd(width * 3 - 1),
			ascii: toAscii(part),
		});
	}
	return lines;
}
