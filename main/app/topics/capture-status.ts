import type { CaptureStatus } from '../../../common/contract/calls/capture.ts';
import type { CaptureReading } from '../../capture/types.ts';
import { RateWindow } from './capture-rates.ts';
import { Topic, wholeState } from './topic.ts';

/** A little longer than the second of the rates: without traffic they are zero by then. */
const QUIET_MS = 1050;

export type CaptureTopic = Topic<CaptureStatus>;

/**
 * A capture's counters, sent as it makes progress, which it reports at most about thirty times a second, and once more when its
 * rates have fallen to zero. Without subscribers or traffic no timer runs.
 */
export function captureTopic(
	capture: Pick<CaptureReading, 'id' | 'folder' | 'counters' | 'error' | 'onProgress'>,
): CaptureTopic {
	let rates = new RateWindow();
	let known = capture.id;
	let isQuiet = true;

	const status = (): CaptureStatus => {
		const counters = capture.counters();
		const { received, stored, dropped, first, size } = counters;
		// Another capture starts at zero.
		if (capture.id !== known) rates = new RateWindow();
		known = capture.id;
		const error = capture.error();
		const now = rates.read(performance.now(), counters);
		isQuiet = now.eventRate + now.rateIn + now.rateOut === 0;
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
	const topic: CaptureTopic = new Topic<CaptureStatus>({
		...wholeState(status),
		periodMs: 0,
		start: () => {
			const stop = capture.onProgress(() => topic.tell(true));
			return () => {
				stop();
				rates = new RateWindow();
			};
		},
		after: () => {
			if (!isQuiet) topic.changed(true, QUIET_MS);
		},
	});
	return topic;
}
