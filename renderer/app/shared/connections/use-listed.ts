import { useEffect, useState } from 'react';
import { LIMITS } from '../../../../common/contract/base/limits.ts';
import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import { captureParam } from '../../state/capture/viewed.ts';
import { session } from '../../state/host/session.ts';

interface Listed {
	readonly connections: readonly CapturedConnection[];
	/** Names, also of those without a connection. */
	readonly endpoints: readonly string[];
}

const NOTHING: Listed = { connections: [], endpoints: [] };

/**
 * The first connections and endpoints of a capture, while the host lists them; none while it is not open.
 * `onError` receives why they cannot be read, and is one function for all renders.
 */
export function useListed(capture: string | undefined, isOpen: boolean, onError: (error: unknown) => void): Listed {
	const [listed, setListed] = useState(NOTHING);
	useEffect(() => {
		setListed(NOTHING);
		if (!isOpen) return;
		const of = captureParam(capture);
		let isOver = false;
		const fail = (error: unknown): void => {
			if (!isOver) onError(error);
		};
		const read = (): void => {
			session.call('captureConnections', { ...of, from: 0, count: LIMITS.rowsPerQuery }).then((next) => {
				if (!isOver) setListed(next);
			}, fail);
		};
		const stop = session.subscribe('connections', of, { onSnapshot: read, onDelta: read, onError: fail });
		return () => {
			isOver = true;
			stop();
		};
	}, [capture, isOpen, onError]);
	return listed;
}
