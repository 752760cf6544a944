import { useEffect, useState } from 'react';
import { useCaptureStatus } from '../../app/state/capture/capture-status.ts';
import { useViewed, viewed } from '../../app/state/capture/viewed.ts';
import { session } from '../../app/state/host/session.ts';
import { MOST_PARTIES } from './parties.ts';

/**
 * Connections of the capture, up to as many as could ever be shown at once: more of them change nothing here. Undefined
 * until the host has said. The host lists them for as long as this is used.
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
