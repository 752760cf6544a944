import { copyFileSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { indexName, segmentName, segmentNumber } from '../names.ts';
import { checkIndex, statedFirst } from './check-index.ts';
import { rebuildIndex } from './scan-segment.ts';

/** What recovery found, and did, with one segment. */
export interface RecoveredSegment {
	readonly number: number;
	readonly events: number;
	/** The index was missing, behind or torn, and was made anew. */
	readonly rebuilt: boolean;
	/** Bytes cut off behind the last whole event. */
	readonly cutBytes: number;
	/** What was wrong inside the file, if it did not just end too early. The whole file was kept beside it, as `.damaged`. */
	readonly damage: string | undefined;
}

export interface RecoveryReport {
	readonly events: number;
	readonly segments: readonly RecoveredSegment[];
	/** One sentence for people, or undefined when all was in order. */
	readonly message: string | undefined;
}

/**
 * Brings a folder in order in which no capture is being written: segments end with a whole event, indexes have a row for
 * each. A segment without a whole section header holds nothing and is removed. Throws Node's errors.
 */
export function recoverFolder(folder: string): RecoveryReport {
	const numbers = readdirSync(folder)
		.map(segmentNumber)
		.filter((number) => number !== undefined)
		.sort((a, b) => a - b);
	const segments: RecoveredSegment[] = [];
	let next = 0;
	for (const number of numbers) {
		// Segments that were deleted while the capture was written leave a gap in front of the next.
		const first = Math.max(next, statedFirst(join(folder, segmentName(number))) ?? next);
		const segment = recoverSegment(folder, number, first);
		segments.push(segment);
		next = first + segment.events;
	}
	const events = segments.reduce((sum, segment) => sum + segment.events, 0);
	return { events, segments, message: summarize(segments) };
}

function recoverSegment(folder: string, number: number, first: number): RecoveredSegment {
	const path = join(folder, segmentName(number));
	const index = join(folder, indexName(number));
	const known = checkIndex(path, index, first);
	if (known !== undefined) return { number, events: known, rebuilt: false, cutBytes: 0, damage: undefined };
	const { events, end, size, damage } = rebuildIndex(path, index, first);
	if (damage !== undefined) copyFileSync(path, `${path}.damaged`);
	if (end === 0) {
		rmSync(path);
		rmSync(index);
	} else if (end < size) {
		truncateSync(path, end);
	}
	return { number, events, rebuilt: true, cutBytes: size - end, damage };
}

function summarize(segments: readonly RecoveredSegment[]): string | undefined {
	const rebuilt = segments.filter((segment) => segment.rebuilt);
	if (rebuilt.length === 0) return undefined;
	const cut = rebuilt.reduce((sum, segment) => sum + segment.cutBytes, 0);
	const files = rebuilt.length === 1 ? 'one segment' : `${rebuilt.length} segments`;
	const torn = cut === 0 ? 'nothing was lost' : `${cut} bytes of an unfinished event were cut off`;
	return `The capture was not closed: the index of ${files} was made anew, and ${torn}.`;
}
