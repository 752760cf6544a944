import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INDEX_HEADER_BYTES } from './index-file.ts';
import { indexName, segmentName, segmentNumber } from './names.ts';
import type { ReadCharsets } from './read-charsets.ts';

/** The place of a segment: its number in the capture, its file, and its index. */
export interface SegmentPlace {
	readonly number: number;
	readonly data: string;
	readonly index: string;
}

/** The files of a capture, for a thread. */
export interface CaptureFiles {
	/** The folder of the segments and their indexes, or the segments one by one. */
	readonly source: string | readonly SegmentPlace[];
	/** Positions before the first requested one. */
	readonly shift: number;
	/** How its text is read; left out: as its endpoints had it. */
	readonly charsets?: ReadCharsets;
}

/** The folder of the indexes of a capture. */
export function indexesOf(source: CaptureFiles['source']): string {
	return typeof source === 'string' ? source : dirname(source[0]?.index ?? '');
}

/** The segments of a capture, in order of their numbers. */
export interface Places {
	/** The first existing segment after this number; 0 is before all. Undefined where there is none, or not yet. */
	after(number: number): SegmentPlace | undefined;
}

/** The files of a folder with an index next to each segment. Finds new ones while the capture grows. */
export function folderPlaces(folder: string): Places {
	const place = (number: number): SegmentPlace => ({
		number,
		data: join(folder, segmentName(number)),
		index: join(folder, indexName(number)),
	});
	return {
		after(number) {
			const next = place(number + 1);
			if (isBegun(next.index) && existsSync(next.data)) return next;
			if (!existsSync(folder)) return undefined;
			// Deleted files leave gaps.
			const later = readdirSync(folder).flatMap((name) => segmentNumber(name) ?? []);
			const least = Math.min(...later.filter((other) => other > number));
			if (!Number.isFinite(least)) return undefined;
			const found = place(least);
			return isBegun(found.index) ? found : undefined;
		},
	};
}

/** Whether an index exists with its header: a writer may be about to write it. */
function isBegun(index: string): boolean {
	return (statSync(index, { throwIfNoEntry: false })?.size ?? 0) >= INDEX_HEADER_BYTES;
}

/** Individually known segments, in order. */
export function listedPlaces(list: readonly SegmentPlace[]): Places {
	return { after: (number) => list.find((place) => place.number > number) };
}
