import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import { session } from '../../../app/state/host/session.ts';
import { useSelection } from '../../../app/state/window/selection.ts';
import { type Ranges, withinRange } from '../../../virtual/ranges.ts';
import { usePicked } from '../list/picked.ts';
import { isWhole, useLogPlace } from '../list/place.ts';
import { fieldsParam, listParam } from '../list/rows.ts';
import { useLogView } from '../list/store.ts';

/** The selected rows as positions in the list: several, or the one of the keyboard cursor. */
export function selectedRanges(): Ranges {
	const { capture, base, end } = useLogView.getState();
	const { list, ranges } = usePicked.getState();
	const within = list === capture ? withinRange(ranges, { from: base, end }) : [];
	if (within.length > 0) return within;
	const { event } = useSelection.getState();
	const at = isWhole() ? event : useLogPlace.getState().index;
	return event === undefined || at === undefined ? [] : [{ from: at, end: at + 1 }];
}

/** A row, and the one before it in the list; undefined for the first one. */
export interface ReadRow {
	readonly row: CaptureRow;
	readonly before: CaptureRow | undefined;
}

/** Rows of the list, read page by page from the host. Rejects as `captureRows` does. */
export async function* readRows(ranges: Ranges): AsyncGenerator<ReadRow> {
	const list = { ...listParam(), ...fieldsParam() };
	const { gone } = useLogView.getState();
	for (const { from, end } of ranges) {
		const start = Math.max(gone, from - 1);
		let before: CaptureRow | undefined;
		for (let at = start; at < end; ) {
			const count = Math.min(LIMITS.rowsPerQuery, end - at);
			const { rows } = await session.call('captureRows', { ...list, from: at, count });
			if (rows.length === 0) return;
			for (const [i, row] of rows.entries()) {
				if (at + i >= from) yield { row, before };
				before = row;
			}
			at += rows.length;
		}
	}
}
