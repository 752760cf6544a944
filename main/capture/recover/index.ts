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

/** The result of recovery for one segment. */
export interface RecoveredSegment {
	readonly number: number;
	readonly place: SegmentPlace;
	/** Position in the capture of its first event. */
	readonly first: number;
	readonly events: number;
	/** Times of the first and the last of them, nanoseconds since 1970. */
	readonly from: bigint | undefined;
	readonly to: bigint | undefined;
	/** The previous state of the index: an invalid one was rebuilt. */
	readonly index: IndexState['kind'];
	/** Bytes after the last complete event, which were cut off where the folder is writable. */
	readonly cutBytes: number;
	/** Events of its index that are missing in the file: it was cut by something else than the end of its writer. */
	readonly missing: number;
	/** Why nothing after the last event can be read, if the file did not just end too early. A copy was kept next to it, as `.damaged`. */
	readonly damage: string | undefined;
	/** Unreadable parts in the middle, which stay unchanged. */
	readonly lost: IndexDamage;
	/** Data after the last event was written by another program, and kept unchanged. */
	readonly foreign: boolean;
}

export interface RecoveryReport {
	readonly events: number;
	readonly segments: readonly RecoveredSegment[];
	/** Sentences for people; none when there was no problem. */
	readonly warnings: readonly string[];
	/** Some stored events cannot be read, or are missing. */
	readonly damaged: boolean;
}

export interface RecoveryOptions {
	/** Bytes scanned, of the total. May throw, which ends the recovery. */
	readonly progress?: (done: number, total: number) => void;
	/**
	 * The capture's folder is not changed: new indexes go into this one, and torn tails are ignored rather than cut off.
	 */
	readonly indexFolder?: string;
}

/**
 * Repairs a folder without a writer: segments end with a complete event, indexes have a row for each. A segment without
 * a complete section header is empty and is removed. Throws Node's errors.
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
		// Segments that were deleted while the capture was written leave a gap before the next.
		const first = firstOf(join(folder, segmentName(number)), join(folder, indexName(number)), next);
		options.progress?.(before, total);
		const segment = recoverSegment(folder, number, first, options, (at) => options.progress?.(before + at, total));
		segments.push(segment);
		next = first + segment.events;
		before += sizes.get(number) ?? 0;
	}
	if (options.indexFolder === undefined) rmSync(join(folder, LOCK_NAME), { force: true });
	const events = segments.reduce((sum, segment) => sum + segment.events, 0);
	const warnings = summarize(segments, options.indexFolder !== undefined);
	const damaged = segments.some(({ lost, missing, damage }) => lost.places > 0 || missing > 0 || damage !== undefined);
	return { events, segments, warnings, damaged };
}

/** Whether a folder and its segments can be repaired in place. */
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

/** Cuts off incomplete events; a file with nothing else is removed. */
function cutOff(data: string, index: string, end: number, size: number, fault: PcapngError | undefined): void {
	if (fault !== undefined) copyFileSync(data, `${data}.damaged`);
	if (end === 0) {
		rmSync(data);
		rmSync(index);
	} else if (end < size) {
		truncateSync(data, end);
	}
}
