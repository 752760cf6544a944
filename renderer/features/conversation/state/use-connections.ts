import { useEffect, useState } from 'react';
import type { CapturedConnection, ConnectionsState } from '../../../../common/contract/calls/stream.ts';
import { captureParam, useViewed } from '../../../app/state/capture/viewed.ts';
import { session } from '../../../app/state/host/session.ts';

/** Maximum rows in the list: typing more text narrows it. */
const MOST = 200;

export interface ConnectionList {
	/** Undefined until the host has answered. */
	readonly connections: readonly CapturedConnection[] | undefined;
	/** Number of connections that match the text. */
	readonly total: number;
	readonly state: ConnectionsState | undefined;
	readonly error: Error | undefined;
}

const NOTHING: ConnectionList = { connections: undefined, total: 0, state: undefined, error: undefined };

/** The connections of the viewed capture whose description contains `text`, as found by the host. */
export function useConnections(text: string): ConnectionList {
	const capture = useViewed((viewed) => viewed.capture);
	const [state, setState] = useState<ConnectionsState>();
	const [list, setList] = useState(NOTHING);
	useEffect(() => {
		const of = captureParam(capture);
		return session.subscribe('connections', of, {
			onSnapshot: setState,
			onDelta: setState,
			onError: (error) => setList({ ...NOTHING, error }),
		});
	}, [capture]);
	useEffect(() => {
		if (state === undefined) return;
		let stale = false;
		const of = captureParam(capture);
		session.call('captureConnections', { ...of, text, from: 0, count: MOST }).then(
			({ connections, total }) => {
				if (!stale) setList({ connections, total, state, error: undefined });
			},
			(error: unknown) => {
				if (!stale) setList({ ...NOTHING, error: error instanceof Error ? error : new Error(String(error)) });
			},
		);
		return () => {
			stale = true;
		};
	}, [capture, text, state]);
	return list;
}
