import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useComposer } from './store.ts';

const NONE: readonly number[] = [];

/**
 * The selected open connections of an endpoint; empty for all. If all selected ones have closed they are still
 * returned: the message must not go to others.
 */
export function chosenOf(endpoint: string): readonly number[] {
	const picked = useComposer.getState().chosen[endpoint] ?? NONE;
	const { connections } = useWorkbench.getState();
	const alive = picked.filter((id) => connections.has(id));
	return alive.length > 0 ? alive : picked;
}

/** The selected connections, open or closed. */
export function usePicked(endpoint: string | undefined): readonly number[] {
	return useComposer(({ chosen }) => (endpoint === undefined ? undefined : chosen[endpoint]) ?? NONE);
}

export function pick(endpoint: string, ids: readonly number[]): void {
	useComposer.setState(({ chosen }) => ({ chosen: { ...chosen, [endpoint]: ids } }));
}
