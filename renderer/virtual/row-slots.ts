/** Rows are positioned relative to one that is at most this far away, so that pixel values stay small in long lists. */
const FARTHEST = 4096;

/** Which elements show which rows of a list. */
export interface RowSlots {
	/** The row at the upper edge of their element. */
	readonly origin: number;
	/** The key of a row's element: one of `slots`. */
	readonly slotOf: (index: number) => number;
}

/**
 * Gives rows to elements so that few elements change as a list moves. A row keeps its element while it stays visible. Where no row
 * stays, elements keep their places: they are neither moved nor put into another order.
 */
export function rowSlots(): (first: number, slots: number) => RowSlots {
	let origin = 0;
	let before = 0;
	return (first, slots) => {
		if (Math.abs(first - before) >= slots) origin = first;
		// By whole rounds, so that each row keeps its element.
		else if (Math.abs(first - origin) > FARTHEST) origin += Math.trunc((first - origin) / slots) * slots;
		before = first;
		const from = origin;
		return { origin, slotOf: (index) => (((index - from) % slots) + slots) % slots };
	};
}
