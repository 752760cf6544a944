/** Milliseconds between two looks while things change: five a second. */
const PERIOD_MS = 200;

/** What changes often and is told of now and then. */
export interface Coalesced {
	/** Something has changed: `tell` is called before long. */
	changed(): void;
	stop(): void;
}

/** Calls `tell` once for however many changes there are in a period. No timer runs while nothing changes. */
export function coalesce(tell: () => void): Coalesced {
	let timer: NodeJS.Timeout | undefined;
	return {
		changed: () => {
			timer ??= setTimeout(() => {
				timer = undefined;
				tell();
			}, PERIOD_MS);
		},
		stop: () => clearTimeout(timer),
	};
}
