import { accessSync, constants, copyFileSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { LOCK_NAME } from '../lock.ts';
import { indexName, segmentName, segmentNumber } from '../names.ts';
import { NotOursError, type PcapngError } from '../pcapng/format.ts';
import type { SegmentPlace } from '../reader/places.ts';
import { checkIndex, indexedExtent, statedFirst } from './check-index.ts';
import { rebuildIndex, type ScanProgress } from './scan-segment.ts';
import { summarize } from './summary.ts';

/** What recovery found, and did, with one segment. */
export interface RecoveredSegment {
	readonly number: number;
	readonly place: SegmentPlace;
	/** Position in the capture of its first event. */
	readonly first: number;
	readonly events: number;
	/** The index was missing, behind or torn, and was made anew. */
	readonly rebuilt: boolean;
	/** Bytes behind the last whole event, which were cut off where the folder may be written. */
	readonly cutBytes: number;
	/** Events that its index had and that are not in the file: it was cut by something else than the end of its writer. */
	readonly missing: number;
	/** What was wrong inside the file, if it did not just end too early. The whole file was kept beside it, as `.damaged`. */
	readonly damage: string | undefined;
	/** What is behind the last event was written by another program, and left as it is. */
	readonly foreign: boolean;
}

export interface RecoveryReport {
	readonly events: number;
	readonly segments: readonly RecoveredSegment[];
	/** One sentence for people, or undefined when all was in order. */
	readonly message: string | undefined;
}

export interface RecoveryOptions {
	/** Bytes that were looked at, of all there are. May throw, which ends the recovery. */
	readonly progress?: (done: number, total: number) => void;
	/**
	 * Nothing in the capture's folder is changed: indexes that have to be made go into this one, and torn tails are left
	 * out rather than cut off.
	 */
	readonly indexFolder?: string;
}

/**
 * Brings a folder in order in which no capture is being written: segments end with a whole event, indexes have a row for
 * each. A segment without a whole section header holds nothing and is removed. Throws Node's errors.
 */
export function recoverFolder(folder: string, options: RecoveryOptions = {}): RecoveryReport {
	const numbers = readdirSync(folder)
		.map(segmentNumber)
		.filter((number) => number !== undefined)
		.sort((a, b) => a - b);
	const sizes = new Map(numbers.map((number) => [number, statSync(join(folder, segmentName(number))).size]));
	const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
	const segments: RecoveredSegment[] = [];
	let next = 0;
	let before = 0;
	for (const number of numbers) {
		// Segments that were deleted while the capture was written leave a gap in front of the next.
		const first = Math.max(next, statedFirst(join(folder, segmentName(number))) ?? next);
		options.progress?.(before, total);
		const segment = recoverSegment(folder, number, first, options, (at) => options.progress?.(before + at, total));
		segments.push(segment);
		next = first + segment.events;
		before += sizes.get(number) ?? 0;
	}
	if (options.indexFolder === undefined) rmSync(join(folder, LOCK_NAME), { force: true });
	const events = segments.reduce((sum, segment) => sum + segment.events, 0);
	return { events, segments, message: summarize(segments, options.indexFolder !== undefined) };
}

/** Whether a folder and its segments can be brought in order where they are. */
export function mayRecover(folder: string): boolean {
	const names = readdirSync(folder).filter((name) => segmentNumber(name) !== undefined);
	try {
		for (const path of [folder, ...names.map((name) => join(folder, name))]) accessSync(path, constants.W_OK);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error) return false;
		throw error;
	}
}

function recoverSegment(
	folder: string,
	number: number,
	first: number,
	{ indexFolder }: RecoveryOptions,
	progress: ScanProgress,
): RecoveredSegment {
	const data = join(folder, segmentName(number));
	const beside = join(folder, indexName(number));
	const known = checkIndex(data, beside, first);
	if (known !== undefined) {
		const place = { number, data, index: beside };
		const sound = { rebuilt: false, cutBytes: 0, missing: 0, damage: undefined, foreign: false };
		return { number, place, first, events: known, ...sound };
	}
	const index = join(indexFolder ?? folder, indexName(number));
	const before = indexedExtent(beside, first);
	const { events, end, size, fault } = rebuildIndex(data, index, first, progress);
	const foreign = fault instanceof NotOursError && end > 0;
	if (indexFolder === undefined && !foreign) cutOff(data, index, end, size, fault);
	const damage = fault?.message;
	return {
		number,
		place: { number, data, index },
		first,
		events,
		rebuilt: true,
		cutBytes: size - end,
		missing: before.end > size ? Math.max(0, before.events - events) : 0,
		damage,
		foreign,
	};
}

/** Cuts off what is no whole event; a file that has nothing else goes. */
function cutOff(data: string, index: string, end: number, size: number, fault: PcapngError | undefined): void {
	if (fault !== undefined) copyFileSync(data, `${data}.damaged`);
	if (end === 0) {
		rmSync(data);
		rmSync(index);
	} else if (end < size) {
		truncateSync(data, end);
	}
}
