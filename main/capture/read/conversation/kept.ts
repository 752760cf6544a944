import type { StreamLine } from '../../../../common/contract/calls/stream.ts';
import { GONE } from '../../segments/rows.ts';
import type { Columns } from './columns.ts';
import type { EventCursor } from './cursor.ts';

/** The checkpoint from which a layout can still be read, after files of the capture were deleted. */
export interface Kept {
	/** Index among the connection's events, and the line there. */
	readonly event: number;
	readonly line: number;
}

const ALL: Kept = { event: 0, line: 0 };

/** `lines`: all that are laid out; the columns are those of event and line. */
export function keptFrom(cursor: EventCursor, checkpoints: Columns, columns: [number, number], lines: number): Kept {
	const event = cursor.firstKept;
	if (event === 0) return ALL;
	const row = checkpoints.lastAtMost(columns[0], event - 1) + 1;
	if (row === checkpoints.count) return { event: Number.POSITIVE_INFINITY, line: lines };
	return { event: checkpoints.get(row, columns[0]), line: checkpoints.get(row, columns[1]) };
}

/** Replaces lines that are gone. */
export function goneLines(count: number): StreamLine[] {
	const line = { type: 'event', n: 0, time: 0n, direction: 'none', kind: 'note', text: GONE } as const;
	return Array.from({ length: Math.max(0, count) }, () => line);
}
