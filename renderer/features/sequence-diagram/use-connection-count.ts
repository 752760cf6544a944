import { useEffect, useState } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useViewed, viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { MOST_PARTIES } from './parties.ts';

/**
 * The number of connections in the capture, capped at the maximum that could be shown. Undefined until the host has
 * answered. The host lists them while this is used.
 */
export function useConnectionCount(): number | undefined {
	const capture = useViewed((state) => state.capture);
	const id = useCaptureStatus((status) => status.id);
	const [count, setCount] = useState<number>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: another capture has other connections
	useEffect(() => {
		const take = ({ connections }: { connections: number }) => setCount(Math.min(connections, 2 * MOST_PARTIES));
		setCount(undefined);
		return session.subscribe('connections', viewed(), {
			onSnapshot: take,
			onDelta: take,
			onError: () => setCount(0),
		});
	}, [capture, id]);
	return count;
}
