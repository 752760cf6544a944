import { accessSync, constants, copyFileSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexDamage } from '../format/index-file.ts';
import { LOCK_NAME } from '../format/lock.ts';
import { indexName, segmentName, segmentNumber } from '../format/names.ts';
import type { SegmentPlace } from '../format/places.ts';
import { NotOursError, type PcapngError } from '../pcapng/format.ts';
import { checkIndex, earlierRows, firstOf, type IndexState, indexedExtent, timesOf } from './check-index.ts';
import { rebuildIndex, type ScanProgress } from './scan-segment.ts';
import { summarize } from './summary.ts';

/** What recovery found, and did, with one segment. */
export interface RecoveredSegment {
	readonly number: number;
	readonly place: SegmentPlace;
	/** Position in the capture of its first event. */
	readonly first: number;
	readonly events: number;
	/** Times of the first and the last of them, nanoseconds since 1970. */
	readonly from: bigint | undefined;
	readonly to: bigint | undefined;
	/** The index as it was found: one that is not sound was made anew. */
	readonly index: IndexState['kind'];
	/** Bytes behind the last whole event, which were cut off where the folder may be written. */
	readonly cutBytes: number;
	/** Events that its index had and that are not in the file: it was cut by something else than the end of its writer. */
	readonly missing: number;
	/** Why nothing behind the last event can be read, if the file did not just end too early. It was kept beside it, as `.damaged`. */
	readonly damage: string | undefined;
	/** Parts amid it that cannot be read, and stay as they are. */
	readonly lost: IndexDamage;
	/** What is behind the last event was written by another program, and left as it is. */
	readonly foreign: boolean;
}

export interface RecoveryReport {
	readonly events: number;
	readonly segments: readonly RecoveredSegment[];
	/** One sentence for people, or undefined when all was in order. */
	readonly message: string | undefined;
	/** Events that were stored cannot be read, or are gone. */
	readonly damaged: boolean;
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
		const first = firstOf(join(folder, segmentName(number)), join(folder, indexName(number)), next);
		options.progress?.(before, total);
		const segment = recoverSegment(folder, number, first, options, (at) => options.progress?.(before + at, total));
		segments.push(segment);
		next = first + segment.events;
		before += sizes.get(number) ?? 0;
	}
	if (options.indexFolder === undefined) rmSync(join(folder, LOCK_NAME), { force: true });
	const events = segments.reduce((sum, segment) => sum + segment.events, 0);
	const message = summarize(segments, options.indexFolder !== undefined);
	const damaged = segments.some(({ lost, missing, damage }) => lost.places > 0 || missing > 0 || damage !== undefined);
	return { events, segments, message, damaged };
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
	const state = checkIndex(data, beside, first);
	const common = { number, first, index: state.kind };
	if (state.kind === 'sound') {
		const sound = { cutBytes: 0, missing: 0, damage: undefined, foreign: false };
		const place = { number, data, index: beside };
		return { ...common, ...timesOf(beside, state.rows), place, events: state.rows, lost: state.damage, ...sound };
	}
	const index = join(indexFolder ?? folder, indexName(number));
	const before = indexedExtent(beside, first);
	const earlier = earlierRows(beside, first);
	const scan = rebuildIndex(data, index, { first, progress, ...(earlier && { earlier }) });
	const { events, end, size, fault, damage } = scan;
	const foreign = fault instanceof NotOursError && end > 0;
	const times = timesOf(index, events);
	if (indexFolder === undefined && !foreign) cutOff(data, index, end, size, fault);
	return {
		...common,
		...times,
		place: { number, data, index },
		events,
		cutBytes: size - end,
		missing: before.end > size || fault !== undefined ? Math.max(0, before.events - events) : 0,
		damage: fault?.message,
		lost: damage,
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
