import { useWorkbench } from '../../app/state/endpoints/workbench.ts';
import { useComposer } from './store.ts';

const NONE: readonly number[] = [];

/**
 * The connections of an endpoint that were picked, as far as they live; empty for all of them. When all of them have closed
 * they are named nevertheless: what was meant for them goes to nobody else.
 */
export function chosenOf(endpoint: string): readonly number[] {
	const picked = useComposer.getState().chosen[endpoint] ?? NONE;
	const { connections } = useWorkbench.getState();
	const alive = picked.filter((id) => connections.has(id));
	return alive.length > 0 ? alive : picked;
}

/** Those that were picked, whether they live or not. */
export function usePicked(endpoint: string | undefined): readonly number[] {
	return useComposer(({ chosen }) => (endpoint === undefined ? undefined : chosen[endpoint]) ?? NONE);
}

export function pick(endpoint: string, ids: readonly number[]): void {
	useComposer.setState(({ chosen }) => ({ chosen: { ...chosen, [endpoint]: ids } }));
}
