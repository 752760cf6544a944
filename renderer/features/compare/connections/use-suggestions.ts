import type { CapturedConnection } from '../../../../common/contract/calls/stream.ts';
import { useListed } from '../../../app/shared/connections/use-listed.ts';

/** The comparison itself reports what cannot be read. */
const ignore = (): void => undefined;

/** The first connections of a capture, while the host lists them. Empty while it is not open. */
export function useSuggestions(capture: string | undefined, isOpen: boolean): readonly CapturedConnection[] {
	return useListed(capture, isOpen, ignore).connections;
}

/** The connection that is most likely compared with this one: of the same endpoint, the one before it, else the next. */
export function likelyOther(connections: readonly CapturedConnection[], id: number): number | undefined {
	const chosen = connections.find((one) => one.id === id);
	const others = connections.filter((one) => one.id !== id && one.endpoint === chosen?.endpoint);
	return (others.findLast((one) => one.id < id) ?? others[0])?.id;
}
