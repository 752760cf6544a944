import { useEffect } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useFilter } from '../../app/state/capture/filter.ts';
import { captureParam, useViewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useStatistics } from './store.ts';

/** Counts what the filter finds in the viewed capture, until a person stops it. */
export function useStatisticsFeed(): void {
	const capture = useViewed((state) => state.capture);
	const id = useCaptureStatus((status) => status.id);
	const filter = useFilter(({ applied }) => applied);
	const by = useStatistics((statistics) => statistics.by);
	const sort = useStatistics((statistics) => statistics.sort);
	const descending = useStatistics((statistics) => statistics.descending);
	const count = useStatistics((statistics) => statistics.count);
	const stopped = useStatistics((statistics) => statistics.stopped);

	// biome-ignore lint/correctness/useExhaustiveDependencies: the figures are those of another capture or filter
	useEffect(
		() => useStatistics.setState({ state: undefined, error: undefined, stopped: false }),
		[capture, id, filter],
	);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture is live
	useEffect(() => {
		if (stopped) return;
		const takeError = (error: Error) => useStatistics.setState({ error });
		return session.subscribe(
			'captureStatistics',
			{ ...captureParam(capture), ...(filter === '' ? {} : { filter }), by, sort, descending, count },
			{
				// The first snapshot may be empty: the old figures stay until there are others.
				onSnapshot: (state) => {
					if (useStatistics.getState().state === undefined || state.scanned > 0) useStatistics.setState({ state });
				},
				onDelta: (state) =>
					useStatistics.setState({
						state,
						error: state.error === undefined ? undefined : new Error(state.error.message),
					}),
				onError: takeError,
			},
		);
	}, [capture, id, filter, by, sort, descending, count, stopped]);
}
