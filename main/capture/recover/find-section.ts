import { APPLICATION, BLOCK, NotOursError, PcapngError } from '../pcapng/format.ts';
import { parseBlock, parseSection } from '../pcapng/parse.ts';
import type { PositionedFile } from '../reader/file.ts';
import type { ScanProgress } from './scan-segment.ts';

const CHUNK_BYTES = 4 << 20;
/** A section header with the longest of options fits in this. */
export const LARGEST_SECTION = 140 << 10;
/** The type of a section header reads the same from both ends. */
const SECTION_TYPE = Buffer.from([0x0a, 0x0d, 0x0d, 0x0a]);

/** Where the next section of Wirebench's begins, at or after `from`: a place from which a damaged file can be read on. */
export function findSection(file: PositionedFile, from: number, progress: ScanProgress): number | undefined {
	const { size } = file;
	const chunk = Buffer.allocUnsafe(Math.max(0, Math.min(CHUNK_BYTES, size - from)));
	for (let base = from; base < size; base += CHUNK_BYTES - SECTION_TYPE.length) {
		progress(base);
		const bytes = chunk.subarray(0, file.readInto(chunk, base));
		for (let at = bytes.indexOf(SECTION_TYPE); at >= 0; at = bytes.indexOf(SECTION_TYPE, at + 1)) {
			if (isOurSection(file, base + at)) return base + at;
		}
	}
	return undefined;
}

/** Whether a whole section header of Wirebench's is there. */
export function isOurSection(file: PositionedFile, at: number): boolean {
	try {
		const bytes = file.read(at, LARGEST_SECTION);
		const place = parseBlock(bytes, 0, at);
		return place?.type === BLOCK.section && parseSection(bytes, place, at).application === APPLICATION;
	} catch (error) {
		if (error instanceof PcapngError || error instanceof NotOursError) return false;
		throw error;
	}
}
