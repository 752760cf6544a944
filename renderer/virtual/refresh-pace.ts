/** Milliseconds between two listings of rows that fly past: nobody reads them, and each listing draws all of them. */
const FLYING_MS = 250;

/** How often a list that follows its end advances. Times in milliseconds. */
export interface RefreshPace {
	/**
	 * How long to wait before the list advances to `total` rows, where `fits` rows are visible at once. 0 while rows can be
	 * read: less than a screenful of them within FLYING_MS.
	 */
	wait(total: number, fits: number): number;
	/** The list has advanced to `end` rows. */
	advanced(end: number): void;
}

/** @param now a clock that only goes forward */
export function refreshPace(now: () => number): RefreshPace {
	/** The listings of the last FLYING_MS, and the one before them; oldest first. */
	const listings: { readonly at: number; readonly end: number }[] = [];
	return {
		wait(total, fits) {
			const time = now();
			while ((listings[1]?.at ?? Number.POSITIVE_INFINITY) <= time - FLYING_MS) listings.shift();
			const [oldest] = listings;
			const last = listings.at(-1);
			if (oldest === undefined || last === undefined || total - oldest.end <= fits) return 0;
			return Math.max(0, last.at + FLYING_MS - time);
		},
		advanced(end) {
			// Another list, or one that has been cleared.
			if (end < (listings.at(-1)?.end ?? 0)) listings.length = 0;
			listings.push({ at: now(), end });
		},
	};
}
