import { useEffect, useState } from 'react';
import type { CaptureRow } from '../../../common/contract/calls/capture.ts';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useListing } from '../../app/state/capture/listing.ts';
import { selectedRow } from '../../app/state/capture/selected-row.ts';
import { useSessionState } from '../../app/state/host/session.ts';
import { useSelection } from '../../app/state/window/selection.ts';

export interface InspectedEvent {
	readonly row?: CaptureRow;
	readonly error?: Error;
}

/** The selected event. While the next one is fetched the previous one stays, to avoid flicker. */
export function useEvent(): InspectedEvent {
	const n = useSelection((selection) => selection.event);
	const item = useSelection((selection) => selection.item);
	/** Another list of messages may have another one at the same position. */
	const run = useListing((listing) => listing.run);
	const capture = useCaptureStatus((status) => status.id);
	const connected = useSessionState() === 'connected';
	const [event, setEvent] = useState<InspectedEvent>({});
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture, or another list of messages, has another event at the same place
	useEffect(() => {
		if (n === undefined) {
			setEvent({});
			return;
		}
		if (!connected) return;
		let stale = false;
		selectedRow({ event: n, item }).then(
			(row) => {
				if (!stale) setEvent(row === undefined ? {} : { row });
			},
			(reason: unknown) => {
				if (!stale) setEvent({ error: reason instanceof Error ? reason : new Error(String(reason)) });
			},
		);
		return () => {
			stale = true;
		};
	}, [n, item, run, capture, connected]);
	return event;
}
