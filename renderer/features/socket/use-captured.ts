import { useEffect, useState } from 'react';
import { LIMITS } from '../../../common/contract/base/limits.ts';
import type { CapturedConnection } from '../../../common/contract/calls/stream.ts';
import { session } from '../../app/state/host/session.ts';
import { toastError } from '../../app/state/window/toasts.ts';
import { dialogWords } from '../../words/dialogs.ts';

interface Found {
	readonly connections: readonly CapturedConnection[];
	/** Names, also of those without a connection. */
	readonly endpoints: readonly string[];
}

const NOTHING: Found = { connections: [], endpoints: [] };

/** The first connections and endpoints of a stored capture, as far as the host has found them; none of the live one. */
export function useCaptured(capture: string | undefined): Found {
	const [found, setFound] = useState(NOTHING);
	useEffect(() => {
		setFound(NOTHING);
		if (capture === undefined) return;
		let isOver = false;
		const fail = (error: unknown): void => {
			if (!isOver) toastError(dialogWords().socketCalls.notListed, error);
		};
		const read = (): void => {
			session.call('captureConnections', { capture, from: 0, count: LIMITS.rowsPerQuery }).then((next) => {
				if (!isOver) setFound(next);
			}, fail);
		};
		const stop = session.subscribe('connections', { capture }, { onSnapshot: read, onDelta: read, onError: fail });
		return () => {
			isOver = true;
			stop();
		};
	}, [capture]);
	return found;
}
