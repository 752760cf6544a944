import type { CaptureRow } from '../../../../common/contract/calls/capture.ts';
import type { Filter, KnownProtocols } from '../../../../common/filter/index.ts';
import type { Content } from './content.ts';

/** Receives the position of a match; returns whether to stop there. */
export type FoundItem = (item: number) => boolean;

/** Tests the items of a list with a filter. */
export interface ItemScan {
	/**
	 * Tests items from `from` up to, but without, `to`, in order; at least one, and then until `until`, by performance.now(), or until
	 * `found` returns true. Returns one past the last tested one. Throws the errors of reading.
	 */
	run(from: number, to: number, until: number, found: FoundItem): number;
}

/** What can be searched: items by position, from 0, in the order of the events at which they stand. */
export interface Searched {
	/** What its filters can name. */
	readonly known: KnownProtocols;
	scan(filter: Filter): ItemScan;
	/** The bytes of an item, or its text as UTF-8. Throws `not-found`, and the errors of reading. */
	content(item: number): Content;
}

/** What a reader thread lists: the events of its capture, or its messages. */
export interface Items extends Searched {
	readonly count: number;
	/** Events of the capture that are in the list: all others become items when the list grows. */
	readonly covered: number;
	/** Adds items of stored events until the time `until`, but of at least some. Throws the errors of reading. */
	grow(until: number): void;
	rows(from: number, to: number): CaptureRow[];
	/** The first item at or after an event of the capture. */
	at(event: number): number;
	/** The event at which an item stands, which is below the count. */
	eventOf(item: number): number;
}
