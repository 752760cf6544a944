import { useEffect, useRef } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { isScanning, useFilter } from '../../app/state/capture/filter.ts';
import { isListing, useListing } from '../../app/state/capture/listing.ts';
import { contributeToView, type Restored, useRestored, viewChanged } from '../../app/state/endpoints/kept-view.ts';
import { changeView, useLogView } from './list/store.ts';
import { type ListedView, withFollowing } from './list/view.ts';

/** Keeps the first visible row, or that the log follows, and scrolls there when a view is restored. */
export function useRestoredRow(
	view: ListedView,
	first: number | undefined,
	scrollToRow: (index: number) => void,
): void {
	const row = useRef<number | null>(null);
	row.current = first ?? null;
	// biome-ignore lint/correctness/useExhaustiveDependencies: each change of the row is to be kept
	useEffect(viewChanged, [first]);
	useEffect(() => contributeToView({ collect: () => ({ row: row.current }) }), []);

	const restored = useRestored((state) => state.restored);
	const done = useRef<Restored>(undefined);
	const { capture, end, base } = view;
	useEffect(() => {
		if (restored === undefined || done.current === restored || capture === '') return;
		const { view: before } = restored;
		if (before.row === null || before.capture !== useCaptureStatus.getState().id) {
			done.current = restored;
			return;
		}
		changeView((now) => withFollowing(now, false));
		// A filter finds its rows one after the other, and messages are listed one after the other.
		const grows = isScanning(useFilter.getState()) || isListing(useListing.getState());
		if (end <= before.row && grows) return;
		done.current = restored;
		scrollToRow(Math.max(0, Math.min(before.row, useLogView.getState().end - 1) - base));
	}, [restored, capture, end, base, scrollToRow]);
}
