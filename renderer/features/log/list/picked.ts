import { create } from 'zustand';
import { inRanges, NO_RANGES, type Range, type Ranges, withRange, withToggled } from '../../../virtual/ranges.ts';

/** Several rows of one list. With no ranges, only the row of the keyboard cursor is selected. */
export interface Picked {
	/** The list that the positions are of: `capture` of the view. */
	readonly list: string;
	readonly ranges: Ranges;
	/** Where a selection with Shift starts. */
	readonly anchor: number | undefined;
}

export const usePicked = create<Picked>()(() => ({ list: '', ranges: NO_RANGES, anchor: undefined }));

/** Only the row at `at` is selected, and starts a selection with Shift. */
export function pickOnly(list: string, at: number | undefined): void {
	usePicked.setState({ list, ranges: NO_RANGES, anchor: at });
}

/** Selects from the start of the selection, or from the cursor, to `at`; `isAdded`: beside what is selected already. */
export function pickTo(list: string, at: number, cursor: number | undefined, isAdded = false): void {
	const before = usePicked.getState();
	const isSame = before.list === list;
	const anchor = (isSame ? before.anchor : undefined) ?? cursor ?? at;
	const range = { from: Math.min(anchor, at), end: Math.max(anchor, at) + 1 };
	const ranges = withRange(isSame && isAdded ? before.ranges : NO_RANGES, range);
	usePicked.setState({ list, ranges, anchor });
}

/** Adds the row at `at` to the selection, or removes it. */
export function pickToggled(list: string, at: number, cursor: number | undefined): void {
	const before = usePicked.getState();
	const present = before.list === list ? before.ranges : NO_RANGES;
	const one = cursor === undefined ? NO_RANGES : [{ from: cursor, end: cursor + 1 }];
	usePicked.setState({ list, ranges: withToggled(present.length > 0 ? present : one, at), anchor: at });
}

/** Selects all rows of a list. */
export function pickAll(list: string, range: Range): void {
	usePicked.setState(({ anchor }) => ({ list, ranges: withRange(NO_RANGES, range), anchor }));
}

/** Whether a row is among several that are selected. */
export function isPicked({ list, ranges }: Picked, of: string, at: number): boolean {
	return list === of && inRanges(ranges, at);
}
