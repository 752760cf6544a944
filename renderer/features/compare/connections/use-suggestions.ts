import { useEffect, useState } from 'react';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CapturedConnection, ConnectionsState } from '../../../../common/contract/calls/stream.ts';
import { captureParam } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

/** The first connections of a capture, while the host lists them. Empty while it is not open. */
export function useSuggestions(capture: string | undefined, isOpen: boolean): readonly CapturedConnection[] {
	const [state, setState] = useState<ConnectionsState>();
	const [connections, setConnections] = useState<readonly CapturedConnection[]>([]);
	useEffect(() => {
		setState(undefined);
		setConnections([]);
		if (!isOpen) return;
		// The comparison itself reports what cannot be read.
		return session.subscribe('connections', captureParam(capture), { onSnapshot: setState, onDelta: setState });
	}, [capture, isOpen]);
	useEffect(() => {
		if (state === undefined) return;
		let stale = false;
		const first = { ...captureParam(capture), text: '', from: 0, count: LIMITS.rowsPerQuery };
		session.call('captureConnections', first).then(
			(answer) => {
				if (!stale) setConnections(answer.connections);
			},
			() => {
				if (!stale) setConnections([]);
			},
		);
		return () => {
			stale = true;
		};
	}, [capture, state]);
	return connections;
}

/** The connection that is most likely compared with this one: of the same endpoint, the one before it, else the next. */
export function likelyOther(connections: readonly CapturedConnection[], id: number): number | undefined {
	const chosen = connections.find((one) => one.id === id);
	const others = connections.filter((one) => one.id !== id && one.endpoint === chosen?.endpoint);
	return (others.findLast((one) => one.id < id) ?? others[0])?.id;
}
