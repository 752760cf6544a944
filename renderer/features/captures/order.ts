import type { StoredCapture } from '../../../common/contract/calls/library.ts';

export const SORT_KEYS = ['time', 'events', 'size', 'endpoints', 'state'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export interface Order {
	readonly by: SortKey;
	readonly down: boolean;
}

/** Newest first. */
export const FIRST_ORDER: Order = { by: 'time', down: true };

/** A click on a column's name: reverses the order, or sorts by it, numbers and times descending. */
export function pressed(order: Order, by: SortKey): Order {
	if (order.by === by) return { by, down: !order.down };
	return { by, down: by !== 'endpoints' && by !== 'state' };
}

/** The sorted list; captures that compare equal are ordered by folder name. */
export function sorted(captures: readonly StoredCapture[], { by, down }: Order): StoredCapture[] {
	const way = down ? -1 : 1;
	return captures.toSorted((a, b) => way * (compare(a, b, by) || (a.folder < b.folder ? -1 : 1)));
}

function compare(a: StoredCapture, b: StoredCapture, by: SortKey): number {
	if (by === 'events' || by === 'size') return a[by] - b[by];
	if (by === 'time') return Number((a.from ?? 0n) - (b.from ?? 0n));
	if (by === 'state') return a.state.localeCompare(b.state);
	return a.endpoints.join().localeCompare(b.endpoints.join());
}

/** Whether it can be deleted: no process writes it. */
export function isDeletable({ state }: StoredCapture): boolean {
	return state === 'closed' || state === 'unclosed';
}

/** Captures whose last event is older than this many days, `now` in milliseconds. */
export function olderThan(captures: readonly StoredCapture[], days: number, now: number): StoredCapture[] {
	const limit = BigInt(Math.round(now - days * 86_400_000)) * 1_000_000n;
	return captures.filter((capture) => isDeletable(capture) && capture.to !== undefined && capture.to < limit);
}

export function totalSize(captures: readonly StoredCapture[]): number {
	return captures.reduce((sum, { size }) => sum + size, 0);
}
