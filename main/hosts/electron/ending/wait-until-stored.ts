import type { Ending } from './quit.ts';

/** Milliseconds for what is not stored yet. Windows ends a program that takes 5 s for the end of its session. */
const STORE_LIMIT_MS = 3000;
/** Milliseconds between two looks at the writer's counter. */
const LOOK_MS = 5;

/** The counters of a capture, readable while this thread blocks: the writer thread keeps them in shared memory. */
export interface Counted {
	counters(): { readonly received: number; readonly stored: number; readonly dropped: number };
}

/**
 * Blocks this thread until the writer thread has stored all recorded events, for 3 s at most: after this the system
 * ends the process, and nothing asynchronous runs any more. Returns whether everything is stored.
 */
export function waitUntilStored(capture: Counted, limitMs = STORE_LIMIT_MS): boolean {
	const asleep = new Int32Array(new SharedArrayBuffer(4));
	const end = performance.now() + limitMs;
	for (;;) {
		const { received, stored, dropped } = capture.counters();
		if (stored + dropped >= received) return true;
		if (performance.now() >= end) return false;
		Atomics.wait(asleep, 0, 0, LOOK_MS);
	}
}

/** Lets the writer finish in an end that nothing can delay, unless the capture is closed. Says so where it has not finished. */
export function storeRest(ending: Pick<Ending, 'done'>, capture: Counted): void {
	if (!ending.done() && !waitUntilStored(capture)) console.error('Wirebench: events were not stored in time.');
}
