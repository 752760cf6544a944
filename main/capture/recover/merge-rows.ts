import { EVENT_KINDS } from '../../../common/capture/event.ts';
import { INDEX_ROW_BYTES, isRow, sealRow } from '../format/index-file.ts';
import type { LostPart } from '../scan/rows.ts';

const ROW = INDEX_ROW_BYTES / 4;
/** Maximum rows after a lost part that are looked up in the earlier index. */
const MOST_BEHIND = 100;
const NOTE = EVENT_KINDS.indexOf('note');

/** Index rows of a damaged segment, and the number of unreadable events among them. */
export interface MergedRows {
	readonly words: Uint32Array;
	readonly lost: number;
}

/**
 * Merges into the rows of a scan those of an earlier index, for events in the parts that the scan could not read: so
 * that all events keep their positions. The earlier index may be damaged too: an invalid row of it becomes one without
 * a place. Where the scan and a valid row differ about the same event, its packets are damaged, and the row counts.
 */
export function mergeRows(scanned: Uint32Array, lost: readonly LostPart[], old: Uint32Array): MergedRows {
	const count = scanned.length / ROW;
	const merged = new Uint32Array(scanned.length + old.length);
	let [done, taken, added] = [0, 0, 0];
	const take = (end: number): void => {
		for (; taken < end; taken++, done++) {
			const row = scanned.subarray(taken * ROW, (taken + 1) * ROW);
			merged.set(agreed(row, old, done), done * ROW);
		}
	};
	for (const part of lost) {
		take(part.events);
		const next = nextOf(scanned, part.events, old, done, part);
		if (next === undefined) continue;
		for (let i = done; i < next; i++, done++, added++) merged.set(kept(old, i, part, merged, done), done * ROW);
	}
	take(count);
	return { words: merged.subarray(0, done * ROW), lost: added };
}

/** The earlier row of the same event where that is valid. The end of an event may have been written after its row. */
function agreed(row: Uint32Array, old: Uint32Array, n: number): Uint32Array {
	const at = n * ROW;
	if (at + ROW > old.length || old[at + 2] !== row[2] || !isRow(old, at)) return row;
	const others = row.some((word, i) => i !== 3 && i < ROW - 1 && word !== old[at + i]);
	return others || (old[at + ROW - 1] ?? 0) % 0x1_0000 !== (row[ROW - 1] ?? 0) % 0x1_0000
		? old.subarray(at, at + ROW)
		: row;
}

/**
 * The position in the earlier index of the first event after a lost part, from that of the first found row after it
 * that the index has too; undefined where there is none. `done`: the position at which the lost part starts.
 */
function nextOf(
	scanned: Uint32Array,
	first: number,
	old: Uint32Array,
	done: number,
	part: LostPart,
): number | undefined {
	const [count, oldCount] = [scanned.length / ROW, Math.floor(old.length / ROW)];
	if (first === count) return oldCount;
	for (let row = first; row < Math.min(count, first + MOST_BEHIND); row++) {
		const at = find(old, oldCount, done, scanned[row * ROW + 2] ?? 0);
		if (at !== undefined) return at - (row - first) >= done ? at - (row - first) : undefined;
	}
	// An index that is behind has no later rows.
	return (old[(oldCount - 1) * ROW + 2] ?? 0) < part.to ? oldCount : undefined;
}

/** The position from `from` on of the valid row whose event starts at `offset`. */
function find(old: Uint32Array, count: number, from: number, offset: number): number | undefined {
	for (let i = from; i < count; i++) if (old[i * ROW + 2] === offset && isRow(old, i * ROW)) return i;
	return undefined;
}

/** The earlier row `i`, if it is valid and in the lost part; else a note with the previous time, which has no place. */
function kept(old: Uint32Array, i: number, part: LostPart, merged: Uint32Array, n: number): Uint32Array {
	const at = i * ROW;
	const offset = old[at + 2] ?? 0;
	if (isRow(old, at) && offset >= part.from && offset < part.to) return old.subarray(at, at + ROW);
	return missingRow(part.from, merged, n);
}

/** A row for an event that is only known to have existed; with the time of row `n - 1`. */
export function missingRow(offset: number, rows: Uint32Array, n: number): Uint32Array {
	const row = new Uint32Array(ROW);
	if (n > 0) row.set(rows.subarray((n - 1) * ROW, (n - 1) * ROW + 2));
	row[2] = offset;
	row[4] = 0xffff_ffff;
	row[7] = NOTE;
	sealRow(row, 0);
	return row;
}
