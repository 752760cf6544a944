import { useEffect } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { captureParam, useViewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { forget, takeState, useTimeline } from './store.ts';

/** Milliseconds: a moving view is not queried. */
const PAUSE_MS = 60;
/** Buckets are at least two pixels wide; a small change of the width queries nothing. */
const GRAIN = 50;

/** Loads the figures of the view, while the strip is open. `width` in px. */
export function useFeed(width: number, split: boolean): void {
	const capture = useViewed((state) => state.capture);
	const id = useCaptureStatus((status) => status.id);
	const view = useTimeline((timeline) => timeline.view);
	const buckets = Math.min(LIMITS.timelineBuckets, Math.max(GRAIN, Math.ceil(width / 2 / GRAIN) * GRAIN));

	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture is live, or another is viewed
	useEffect(forget, [capture, id]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: as above
	useEffect(() => {
		if (width === 0) return;
		let stop: (() => void) | undefined;
		const start = () => {
			stop = session.subscribe(
				'captureTimeline',
				{
					...captureParam(capture),
					...(view === undefined ? {} : { range: view }),
					buckets,
					split,
				},
				{
					// The first snapshot is empty: keep the old chart until there is more.
					onSnapshot: ({ error }) => useTimeline.setState({ error: error && new Error(error.message) }),
					onDelta: (state) => {
						takeState(state);
						if (state.error) useTimeline.setState({ error: new Error(state.error.message) });
					},
					onError: (error) => useTimeline.setState({ error }),
				},
			);
		};
		const timer = setTimeout(start, useTimeline.getState().state === undefined ? 0 : PAUSE_MS);
		return () => {
			clearTimeout(timer);
			stop?.();
		};
	}, [capture, id, view, buckets, split, width === 0]);
}
