import { useEffect, useState } from 'react';
import { viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';

/** Wall clock of the selected event, ns; undefined without a selection, or until it is known. */
export function useSelectedTime(capture: string): bigint | undefined {
	const n = useSelection((selection) => selection.event);
	const [time, setTime] = useState<bigint>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture has another event at the same place
	useEffect(() => {
		setTime(undefined);
		if (n === undefined) return;
		let stale = false;
		session.call('captureRows', { ...viewed(), from: n, count: 1 }).then(
			({ rows: [row] }) => {
				if (!stale) setTime(row?.time);
			},
			() => {
				// The inspector, which queries the same event, reports why it could not be read.
				if (!stale) setTime(undefined);
			},
		);
		return () => {
			stale = true;
		};
	}, [n, capture]);
	return time;
}
