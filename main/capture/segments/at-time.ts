import { INDEX_ROW_BYTES, parseIndexRow } from '../format/index-file.ts';
import type { CaptureFolder } from './folder.ts';

/** Distance around the place found by bisection that is searched for the nearest, in events. */
const AROUND = 4096;

interface Timed {
	readonly n: number;
	readonly time: bigint;
}

/**
 * The position of the event whose time is nearest to `time` (nanoseconds since 1970), of several the first; undefined
 * where none of the first `stored` events can be read. Exact while no event is further than a quarter of `around` from
 * its place in the order of time: times in captures of other programs may go back a little.
 */
export function eventAtTime(folder: CaptureFolder, time: bigint, stored: number, around = AROUND): number | undefined {
	let low = 0;
	let high = stored;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const event = timed(folder, middle, stored);
		// Events whose files were deleted count as the next existing one.
		if (event !== undefined && event.time < time) low = event.n + 1;
		else high = middle;
	}
	const end = Math.min(stored, low + around);
	let best: Timed | undefined;
	for (let at = Math.max(0, low - around); at < end; ) {
		const page = folder.page(at, end, end - at);
		if (!page) break;
		const count = page.rows.length / INDEX_ROW_BYTES;
		for (let i = 0; i < count; i++) {
			const event = { n: page.from + i, time: parseIndexRow(page.rows, i * INDEX_ROW_BYTES).time };
			if (best === undefined || distance(event, time) < distance(best, time)) best = event;
		}
		at = page.from + count;
	}
	return (best ?? timed(folder, 0, stored))?.n;
}

/** Event `n`, or the first existing one after it. */
function timed(folder: CaptureFolder, n: number, stored: number): Timed | undefined {
	const page = folder.page(n, stored, 1);
	return page && { n: page.from, time: parseIndexRow(page.rows, 0).time };
}

function distance(event: Timed, time: bigint): bigint {
	return event.time < time ? time - event.time : event.time - time;
}
