import type { FilterState } from '../../common/contract/calls/capture.ts';
import type { OpenCapture } from '../../common/contract/calls/open-capture.ts';
import type { RunningHost } from './host.ts';

/** A capture that is ready, and how long that took. */
interface Opened {
	readonly ms: number;
	readonly id: string;
	readonly events: number;
}

/** A scan to the end of a capture. */
interface Scanned {
	readonly ms: number;
	readonly matched: number;
}

/** Opens a folder or a file and waits until it is ready; returns milliseconds, and the capture. */
export async function openCapture({ client }: RunningHost, path: string): Promise<Opened> {
	const from = performance.now();
	const { id } = await client.call('openCapture', { path });
	return new Promise((resolve, reject) => {
		const look = (list: readonly OpenCapture[]): void => {
			const own = list.find((each) => each.id === id);
			if (own === undefined || own.progress !== undefined) return;
			stop();
			if (own.error) reject(new Error(own.error.message));
			else resolve({ ms: performance.now() - from, id, events: own.events });
		};
		const stop = client.subscribe('captures', {}, { onSnapshot: look, onDelta: look, onError: reject });
	});
}

/** Applies a filter until the scan is done; returns milliseconds, and the number of matches. */
export function scanEvents({ client }: RunningHost, capture: string, filter: string): Promise<Scanned> {
	const from = performance.now();
	return new Promise((resolve, reject) => {
		const look = ({ scanned, stored, limited, matched, error }: FilterState): void => {
			if (error) reject(new Error(error.message));
			if (stored === 0 || (scanned < stored && !limited)) return;
			stop();
			resolve({ ms: performance.now() - from, matched });
		};
		const stop = client.subscribe(
			'captureFilter',
			{ capture, filter },
			{ onSnapshot: look, onDelta: look, onError: reject },
		);
	});
}
