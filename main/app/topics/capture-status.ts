import type { CaptureStatus } from '../../../common/contract/calls/capture.ts';
import type { TopicRun } from '../../../common/rpc/types.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { RateWindow } from './capture-rates.ts';

/** A little over the second that rates are taken over: by then they are zero if nothing came. */
const QUIET_MS = 1050;

export interface CaptureTopic {
	subscribe(emit: (status: CaptureStatus) => void): TopicRun<CaptureStatus>;
	close(): void;
}

/**
 * Tells the capture's counters as it makes progress, which it says at most about thirty times a second, and once
 * more when its rates have fallen to zero. Without subscribers or traffic no timer runs.
 */
export function captureTopic(
	capture: Pick<CaptureReading, 'id' | 'folder' | 'counters' | 'error' | 'onProgress'>,
): CaptureTopic {
	const emitters = new Set<(status: CaptureStatus) => void>();
	let rates = new RateWindow();
	let told = capture.id;
	let stopListening: (() => void) | undefined;
	let quiet: NodeJS.Timeout | undefined;

	const status = (): CaptureStatus => {
		const counters = capture.counters();
		const { received, stored, dropped, first, size } = counters;
		// Those of another capture begin at zero.
		if (capture.id !== told) rates = new RateWindow();
		told = capture.id;
		const error = capture.error();
		const now = rates.read(performance.now(), counters);
		return {
			id: capture.id,
			folder: capture.folder,
			received,
			stored,
			dropped,
			first,
			size,
			...now,
			...(error && { error }),
		};
	};
	const tell = (): void => {
		const now = status();
		for (const emit of [...emitters]) emit(now);
		clearTimeout(quiet);
		quiet = undefined;
		if (now.eventRate + now.rateIn + now.rateOut > 0) quiet = setTimeout(tell, QUIET_MS);
	};
	const stop = (): void => {
		stopListening?.();
		stopListening = undefined;
		clearTimeout(quiet);
		quiet = undefined;
		rates = new RateWindow();
	};

	return {
		subscribe: (emit) => {
			emitters.add(emit);
			stopListening ??= capture.onProgress(tell);
			return {
				snapshot: status(),
				dispose: () => {
					emitters.delete(emit);
					if (emitters.size === 0) stop();
				},
			};
		},
		close: () => {
			emitters.clear();
			stop();
		},
	};
}
